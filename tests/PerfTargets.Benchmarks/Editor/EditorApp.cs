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

    /// <summary>A draft of somebody who is new, and edits no other.</summary>
    public async Task<EditedForm> AddFormAsync(int rows)
    {
        var name = $"项目{Guid.CreateVersion7():N}";
        var project = await _county.AddProjectAsync(name, _county.Department);
        var staff = await _county.AddStaffAsync(name, _county.Department, Role.Filler);
        var person = _county.ActorOf(staff);
        return await _app.WithAsync<FormService, EditedForm>(async forms =>
        {
            var id = await forms.CreateAsync(project.Id, _county.Year, person);
            var begun = (await forms.FindAsync(id, person))!;
            await forms.SaveAsync(new FormRequest(id, begun.Version, Guid.CreateVersion7()), EditorForms.WithRows(rows, _county.Year), person);
            return new($"/forms/{id}/edit", staff.UserName!);
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
