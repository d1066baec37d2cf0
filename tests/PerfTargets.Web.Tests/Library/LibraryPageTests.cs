using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Library;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Tests.Forms;

namespace PerfTargets.Web.Tests.Library;

/// <summary>指标库: who reads it, who keeps it, and how a bureau adds to its own.</summary>
public sealed class LibraryPageTests
{
    [Fact]
    public async Task The_programs_entries_are_there_at_the_first_start_and_are_found_by_letters()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);

        var page = await scene.OpenAsync(scene.County.Filler, "/library?q=pxrs&category=Quantity");

        Assert.Contains("培训人数", NamesOn(page));
        Assert.All(page.Document.QuerySelectorAll("table.list tbody tr td:nth-child(2)"), cell => Assert.Equal("数量", cell.TextContent));
        Assert.Empty(page.Document.QuerySelectorAll("tbody a"));
    }

    [Fact]
    public async Task A_bureau_s_people_see_what_is_common_and_their_own_and_nobody_else_s()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var mark = scene.County.Mark;
        await AddAsync(scene, scene.County.Department.Id, $"本局指标{mark}");
        await AddAsync(scene, scene.County.FinanceOffice.Id, $"别家指标{mark}");

        foreach (var person in new[] { scene.County.Filler, scene.County.UnitsFiller, scene.County.DepartmentReviewer })
        {
            Assert.Equal([$"本局指标{mark}"], NamesOn(await scene.OpenAsync(person, $"/library?q={mark}")));
            Assert.Empty(NamesOn(await scene.OpenAsync(person, $"/library?q={mark}&owner={scene.County.FinanceOffice.Id}")));
        }
        Assert.Equal([$"别家指标{mark}", $"本局指标{mark}"], NamesOn(await scene.OpenAsync(scene.County.Administrator, $"/library?q={mark}")).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.OpenAsync(scene.County.SectionReviewer, "/library")).Status);
    }

    [Theory, EachDatabase]
    public async Task An_administrator_writes_changes_retires_and_restores_an_entry(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (name, admin) = ($"执法检查次数{scene.County.Mark}", await scene.AsAsync(scene.County.Administrator));
        var path = $"/library?q={scene.County.Mark}";

        var written = await admin.SubmitAndFollowAsync(await admin.OpenAsync("/library/new"), "保存",
            ("Input.Name", name), ("Input.Category", "Quantity"), ("Input.Operator", "≥"), ("Input.Unit", "次"));
        Assert.Equal($"指标“{name}”已保存。", written.Note);
        var entry = (await admin.OpenAsync(path)).Find("tbody a").GetAttribute("href")!;

        await admin.SubmitAndFollowAsync(await admin.OpenAsync(entry), "保存", ("Input.Unit", "家次"));
        Assert.Contains("≥__ 家次", (await scene.OpenAsync(scene.County.Filler, path)).Body, StringComparison.Ordinal);

        var retired = await admin.SubmitAndFollowAsync(await admin.OpenAsync(entry), "停用指标");
        Assert.Equal($"指标“{name}”已停用，填报时不再出现。", retired.Note);
        Assert.Empty(NamesOn(await scene.OpenAsync(scene.County.Filler, path)));
        Assert.Empty(NamesOn(await scene.OpenAsync(scene.County.Filler, path + "&retired=true")));
        Assert.Equal([name], NamesOn(await admin.OpenAsync(path + "&retired=true")));

        await admin.SubmitAndFollowAsync(await admin.OpenAsync(entry), "恢复使用");
        Assert.Equal([name], NamesOn(await scene.OpenAsync(scene.County.Filler, path)));
    }

    [Theory]
    [InlineData("Name", "", "请填写指标名称")]
    [InlineData("Category", "", "请选择指标类别")]
    [InlineData("Unit", "5 次", "计量单位里不写数，要达到多少由填报人填写")]
    [InlineData("Unit", "日期", "单位是日期时不填符号")]
    public async Task What_is_wrong_with_an_entry_is_said_and_what_was_typed_stays(string field, string value, string sentence)
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var admin = await scene.AsAsync(scene.County.Administrator);
        var fields = new Dictionary<string, string?> { ["Name"] = "巡查次数", ["Category"] = "Quantity", ["Operator"] = "≥", ["Unit"] = "次", [field] = value };

        var refused = await admin.SubmitAsync(await admin.OpenAsync("/library/new"), "保存", [.. fields.Select(one => ("Input." + one.Key, one.Value))]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([sentence], refused.Problems);
        Assert.Equal(fields["Name"], refused.Find("#Name").GetAttribute("value") ?? "");
    }

    [Theory, EachDatabase]
    public async Task An_entry_that_is_there_is_not_written_twice_and_one_changed_by_others_is_told(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (name, admin) = ($"巡查次数{scene.County.Mark}", await scene.AsAsync(scene.County.Administrator));
        var id = await AddAsync(scene, null, name);
        var before = await admin.OpenAsync($"/library/{id}");

        var twice = await admin.SubmitAsync(await admin.OpenAsync("/library/new"), "保存", ("Input.Name", $" {name} "), ("Input.Category", "Quantity"));
        await admin.SubmitAndFollowAsync(before, "保存", ("Input.Unit", "次"));
        var stale = await admin.SubmitAsync(before, "保存", ("Input.Unit", "回"));

        Assert.Equal([$"指标库里已有数量指标“{name}”，请不要重复添加"], twice.Problems);
        Assert.StartsWith("这条记录在您打开之后已被修改，现在是：计量单位“次”。", Assert.Single(stale.Problems), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Rows_of_an_approved_form_are_taken_without_their_numbers_and_only_once(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.ApprovedFormAsync($"平财发〔2027〕{scene.County.Mark}号");
        var details = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}");
        var clerk = await scene.AsAsync(scene.County.Filler);

        var offer = await clerk.OpenAsync(details.Document.QuerySelectorAll("a").Single(link => link.TextContent == "纳入指标库…").GetAttribute("href")!);
        var names = NamesOn(offer);
        var all = await clerk.SubmitAsync(offer, "全选");
        var taken = await clerk.SubmitAndFollowAsync(all, "纳入所选指标");
        var again = await clerk.SubmitAndFollowAsync(all, "纳入所选指标");

        Assert.Contains("节能培训次数", names);
        Assert.Equal($"已纳入 {names.Count} 条指标。以后填报时可以直接选用。", taken.Note);
        Assert.Contains("这份目标表的指标已经都在指标库里了", taken.Body, StringComparison.Ordinal);
        Assert.Equal($"已纳入 0 条指标，另 {names.Count} 条指标库里已经有了。以后填报时可以直接选用。", again.Note);
        var stored = await StoredAsync(scene);
        Assert.Equal(names.Count, stored.Count);
        Assert.Contains(stored, one => one is { Name: "培训考核合格率", Operator: "≥", Unit: "%", Category: LibraryCategory.Quality, Source: LibrarySource.Form });
        Assert.Contains(stored, one => one is { Name: "培训完成时限", Unit: LibraryEntry.DateUnit });
        Assert.All(stored, one => Assert.DoesNotContain(one.Entry.Skeleton, char.IsAsciiDigit));
    }

    [Fact]
    public async Task What_the_library_has_in_common_or_is_not_approved_or_is_another_bureau_s_is_not_offered()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var approved = await scene.ApprovedFormAsync($"平财发〔2027〕{scene.County.Mark}号");
        var sent = await scene.CompleteFormAsync(await scene.County.AddProjectAsync($"另一个项目{scene.County.Mark}", scene.County.Department));
        using var other = await FormScene.OnAsync(DatabaseProvider.Sqlite);

        Assert.Equal("没有可以纳入的指标：本单位还没有已批复的目标表，或者其中的指标已经都在指标库里了。", EmptyOn(await other.OpenAsync(other.County.Filler, "/library/take")));
        Assert.Empty(NamesOn(await other.OpenAsync(other.County.Filler, $"/library/take?form={approved}")));
        Assert.Empty(NamesOn(await scene.OpenAsync(scene.County.Filler, $"/library/take?form={sent}")));
        // The unit's clerk does not see the department's own form.
        Assert.Empty(NamesOn(await scene.OpenAsync(scene.County.UnitsFiller, $"/library/take?form={approved}")));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.OpenAsync(scene.County.Administrator, "/library/take")).Status);
        Assert.Empty((await scene.OpenAsync(scene.County.PerformanceReviewer, $"/forms/{approved}")).Document.QuerySelectorAll("a[href^='/library']"));
    }

    [Fact]
    public async Task Who_chooses_nothing_is_told_so()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        await scene.ApprovedFormAsync($"平财发〔2027〕{scene.County.Mark}号");
        var clerk = await scene.AsAsync(scene.County.DepartmentReviewer);

        var refused = await clerk.SubmitAsync(await clerk.OpenAsync("/library/take"), "纳入所选指标");

        Assert.Equal(["还没有选择指标，请在要纳入的指标前打勾。"], refused.Problems);
        Assert.Empty(await StoredAsync(scene));
    }

    internal static async Task<Guid> AddAsync(FormScene scene, Guid? department, string name, string unit = "")
    {
        var entry = LibraryIndicator.Create(department, new(LibraryCategory.Quantity, name, Unit: unit), LibrarySource.Written);
        await scene.App.WithAsync<PerfTargetsDbContext>(db =>
        {
            db.Add(entry);
            return db.SaveChangesAsync();
        });
        return entry.Id;
    }

    private static Task<List<LibraryIndicator>> StoredAsync(FormScene scene) => scene.App.WithAsync<PerfTargetsDbContext, List<LibraryIndicator>>(
        db => db.LibraryIndicators.AsNoTracking().Where(one => one.DepartmentId == scene.County.Department.Id).ToListAsync());

    private static IReadOnlyList<string> NamesOn(TestPage page) => [.. page.Document.QuerySelectorAll("table.list tbody th").Select(cell => cell.TextContent.Trim())];

    private static string EmptyOn(TestPage page) => page.Find(".empty").TextContent.Trim();
}
