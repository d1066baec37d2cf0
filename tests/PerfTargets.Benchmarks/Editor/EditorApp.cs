using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>The whole application on a loopback port, over a database of its own, with the pages of the benchmark beside its own.</summary>
sealed class EditorApp : IAsyncDisposable
{
    readonly TestApp _app;
    readonly TestCounty _county;

    EditorApp(TestApp app, TestCounty county, Uri address) => (_app, _county, Address) = (app, county, address);

    public Uri Address { get; }

    /// <summary>What the application complained of.</summary>
    public IEnumerable<string> Warnings => _app.Warnings;

    public static async Task<EditorApp> StartAsync(DatabaseProvider provider)
    {
        var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var site = app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            services.AddRazorPages().AddApplicationPart(typeof(EditorApp).Assembly);
            services.Configure<RazorPagesOptions>(pages => RenderedAlone.AddTo(pages.Conventions));
        }));
        site.UseKestrel();
        site.StartServer();
        return new(app, county, site.ClientOptions.BaseAddress);
    }

    /// <summary>A draft of somebody who is new, and edits no other, in a bureau of their own with three more forms.</summary>
    public async Task<EditedForm> AddFormAsync(int rows)
    {
        var name = $"项目{Guid.CreateVersion7():N}";
        var bureau = new Organisation { Name = $"局{name}", Code = name[^12..], Kind = OrganisationKind.Department, SectionId = _county.Section.Id };
        await _app.WithAsync<PerfTargetsDbContext>(db =>
        {
            db.Add(bureau);
            return db.SaveChangesAsync();
        });
        var staff = await _county.AddStaffAsync(name, bureau, Role.Filler);
        var person = new Actor(staff.Id, staff.DisplayName, bureau.Id, bureau.Name, staff.Roles);
        for (var other = 1; other <= 3; other++) await AddFormAsync($"{name}之{other}", bureau, person, EditorForms.WithRows(rows, _county.Year, $"其{other}"));
        var id = await AddFormAsync(name, bureau, person, EditorForms.WithRows(rows, _county.Year));
        return new($"/forms/{id}/edit", staff.UserName!);
    }

    async Task<Guid> AddFormAsync(string name, Organisation bureau, Actor person, FormContent content)
    {
        var project = await _county.AddProjectAsync(name, bureau);
        return await _app.WithAsync<FormService, Guid>(async forms =>
        {
            var id = await forms.CreateAsync(project.Id, _county.Year, person);
            var begun = (await forms.FindAsync(id, person))!;
            await forms.SaveAsync(new FormRequest(id, begun.Version, Guid.CreateVersion7()), content, person);
            return id;
        });
    }

    /// <summary>The person of the form, signed in.</summary>
    public async Task<(TestBrowser Browser, string Cookies)> SignInAsync(EditedForm form)
    {
        var cookies = new CookieContainer();
        var handler = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, UseProxy = false };
        var browser = new TestBrowser(new HttpClient(handler) { BaseAddress = Address });
        await browser.SignInAsync(form.UserName);
        return (browser, cookies.GetCookieHeader(Address));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <param name="Path">Of the editor.</param>
sealed record EditedForm(string Path, string UserName);
