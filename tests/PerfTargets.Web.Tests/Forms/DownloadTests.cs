using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Office;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Infrastructure.Documents;
using UglyToad.PdfPig;

namespace PerfTargets.Web.Tests.Forms;

public sealed class DownloadTests
{
    [Theory, EachDatabase]
    public async Task A_draft_is_printed_as_it_stands_under_its_chinese_file_name(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var browser = await scene.AsAsync(scene.County.Filler);

        var (kept, shown) = (await browser.GetAsync($"/forms/{id}/pdf"), await browser.GetAsync($"/forms/{id}/pdf?inline=1"));

        var disposition = kept.Response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", $"绩效目标表-{scene.County.Project.Name}-{scene.County.Year}.pdf"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal("inline", shown.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("节能培训次数", await TextAsync(kept), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_name_with_a_character_beyond_the_first_plane_is_the_files(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var id = await scene.CompleteFormAsync(await county.AddProjectAsync("𬭎渠道", county.Department, $"Z{county.Mark}"));

        var file = await scene.OpenAsync(county.Filler, $"/forms/{id}/docx");

        Assert.Equal($"绩效目标表-𬭎渠道-{county.Year}.docx", file.Response.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Theory]
    [InlineData("渠"), InlineData("𬭎")]
    public void Names_of_files_fit_every_system_and_keep_what_tells_them_apart(string character)
    {
        var name = string.Concat(Enumerable.Repeat(character, 200));
        IReadOnlyList<FormReference> approved = [Reference(FormStatus.Approved)], both = [Reference(FormStatus.Approved), Reference(FormStatus.Draft)];
        const string number = "九百九十九";
        string[] names =
        [
            OfficialNames.Form(name, 2027), OfficialNames.Form(name, 2027, isRedrawn: true), OfficialNames.Form(name, 2028),
            OfficialNames.Attachment(name, number, approved, RequirementLabels.Print), OfficialNames.Attachment(name, number, approved, RequirementLabels.Omit),
            OfficialNames.Attachment(name, number, both, RequirementLabels.Print), OfficialNames.Attachment(name, number, both, RequirementLabels.Omit),
            OfficialNames.Attachment(name, number, both, RequirementLabels.Omit, Guid.Empty.ToString("N")),
        ];

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, one => Assert.InRange(Encoding.UTF8.GetByteCount(one), 190, 200));
        Assert.All(names, one => Assert.DoesNotContain('\uFFFD', one));
    }

    [Fact]
    public void Names_of_files_keep_every_character_that_file_systems_take() =>
        Assert.Equal("绩效目标表-𬭎渠道__一期_与_-2027", OfficialNames.Form("𬭎渠道\\:一期?与\uD800", 2027));

    [Fact]
    public void Names_of_attachments_tell_what_is_not_approved_and_what_is_drawn_anew()
    {
        var (approved, draft) = (Reference(FormStatus.Approved), Reference(FormStatus.Draft));

        Assert.Equal(
            ["", "-公开件", "-含未批复", "-含未批复-公开件", "-含未批复", "-含未批复"],
            from forms in new IReadOnlyList<FormReference>[] { [approved], [approved, draft], [draft] }
            from labels in Enum.GetValues<RequirementLabels>()
            select OfficialNames.Archive("2", forms, labels).Replace("附件2-各部门项目支出预算绩效目标表-2027", "", StringComparison.Ordinal));
    }

    [Theory]
    [EachDatabase("xlsx")]
    [EachDatabase("docx")]
    public async Task A_form_is_handed_out_for_Excel_and_Word_to_those_who_see_it(DatabaseProvider provider, string format)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        // No font of this program has it; those of the reader's may.
        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "=目标 \U0001F600"));

        var kept = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/{format}");
        var page = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}");

        var content = kept.Response.Content;
        Assert.Equal(
            ($"绩效目标表-{scene.County.Project.Name}-{scene.County.Year}.{format}", ContentType(format)),
            (content.Headers.ContentDisposition!.FileNameStar, content.Headers.ContentType!.MediaType));
        Assert.Contains("=目标 \U0001F600", Assert.Single(await TablesAsync(kept, format)).Select(cell => cell.Text));
        Assert.Single(page.Document.QuerySelectorAll($"a[href='/forms/{id}/{format}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.UnitsFiller, $"/forms/{id}/{format}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/{format}x")).Status);
    }

    [Theory]
    [EachDatabase("xlsx")]
    [EachDatabase("docx")]
    public async Task The_attachment_is_handed_out_for_Excel_and_Word(DatabaseProvider provider, string format)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        await scene.CompleteFormAsync();
        await scene.CompleteFormAsync(await county.AddProjectAsync("排在后面的项目", county.Department, $"Z{county.Mark}"));
        var browser = await scene.AsAsync(county.Filler);
        var path = $"/forms/attachment?year={county.Year}&department={county.Department.Id}&number=2&format={format}";

        var (all, wrong) = (await browser.GetAsync(path), await browser.GetAsync(path + "m"));

        Assert.Equal($"附件2-{county.Department.Name}项目支出预算绩效目标表-{county.Year}-含未批复.{format}", all.Response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal([county.Project.Name, "排在后面的项目"], (await TablesAsync(all, format)).Select(table => table[1].Text));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
    }

    [Theory, EachDatabase]
    public async Task A_character_that_no_font_has_is_a_sentence_and_no_file(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "目标 \U0001F600"));

        var refused = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/pdf");
        var check = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/check");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("打印字体没有的字符：\U0001F600 U+1F600（年度总体目标）", refused.Body, StringComparison.Ordinal);
        Assert.Equal("打印字体里没有“\U0001F600 U+1F600”，这样的目标表无法打印和批复，请改写", check.Find(".find .one").TextContent.Trim());
        Assert.DoesNotContain(check.Document.QuerySelectorAll("button"), button => button.TextContent.StartsWith("送审", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await scene.PostActionAsync(scene.County.Filler, id, "", "/check")).Status);
        Assert.Equal(FormStatus.Draft, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task All_forms_of_an_attachment_that_cannot_be_printed_are_told_at_once(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var first = await scene.CompleteFormAsync();
        var second = await scene.CompleteFormAsync(await county.AddProjectAsync("排在后面的项目", county.Department, $"Z{county.Mark}"));
        foreach (var id in new[] { first, second })
            await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "目标 \U0001F600"));

        var refused = await scene.OpenAsync(county.Filler, $"/forms/attachment?year={county.Year}&department={county.Department.Id}&number=2");

        const string what = "中有打印字体没有的字符：\U0001F600 U+1F600（年度总体目标）";
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains($"“{county.Project.Name}”{what}；“排在后面的项目”{what}。请改写后再导出。", refused.Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_attachment_holds_all_forms_of_the_department_that_the_person_sees(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var later = await county.AddProjectAsync("排在后面的项目", county.Department, $"Z{county.Mark}");
        await scene.CompleteFormAsync(later);
        await scene.CompleteFormAsync();
        await scene.CompleteFormAsync(county.UnitsProject, county.UnitsFiller);
        var browser = await scene.AsAsync(county.Filler);
        var path = $"/forms/attachment?year={county.Year}&department={county.Department.Id}&number=2";

        var all = await browser.GetAsync(path);
        var approved = await browser.GetAsync(path + "&scope=approved");

        var text = await TextAsync(all);
        Assert.Contains($"附件2：{county.Department.Name}项目支出预算绩效目标表", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(text.IndexOf(county.Project.Name, StringComparison.Ordinal) < text.IndexOf("排在后面的项目", StringComparison.Ordinal));
        Assert.DoesNotContain(county.UnitsProject.Name, text, StringComparison.Ordinal);
        Assert.Equal($"附件2-{county.Department.Name}项目支出预算绩效目标表-{county.Year}-含未批复.pdf", all.Response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal((HttpStatusCode.BadRequest, "approved"), (approved.Status, approved.Find("#scope option").GetAttribute("value")));
        Assert.Contains("还没有已批复的目标表，可以改选“全部”后再导出", Assert.Single(approved.Problems), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await scene.AsAsync(county.SectionReviewer)).GetAsync(path)).Status);
    }

    [Theory, EachDatabase]
    public async Task The_number_of_an_attachment_is_one_as_offices_write_it_and_anything_else_comes_back(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        await scene.CompleteFormAsync();
        var browser = await scene.AsAsync(scene.County.Filler);
        var path = $"/forms/attachment?year={scene.County.Year}&department={scene.County.Department.Id}&scope=all&number=";

        var refused = await browser.GetAsync(path + "abc");
        var chinese = await browser.GetAsync(path + Uri.EscapeDataString("附件二"));

        Assert.Equal((HttpStatusCode.BadRequest, "附件编号请写数字或者中文数字，如“2”或“二”"), (refused.Status, Assert.Single(refused.Problems)));
        var field = refused.Find("#number");
        Assert.Equal(("abc", "true", "number-hint number-error"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid"), field.GetAttribute("aria-describedby")));
        Assert.NotNull(refused.Find("#scope option[value=all]").GetAttribute("selected"));
        Assert.Contains($"附件二：{scene.County.Department.Name}", (await TextAsync(chinese)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_attachments_of_all_departments_come_as_a_zip_of_what_the_person_sees(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        await scene.SentFormAsync();
        var browser = await scene.AsAsync(scene.County.Filler);

        var answer = await browser.GetAsync($"/forms/attachment?year={scene.County.Year}&department=&number=2&scope=all");

        var content = answer.Response.Content;
        Assert.Equal(
            ($"附件2-各部门项目支出预算绩效目标表-{scene.County.Year}-含未批复.zip", "application/zip"),
            (content.Headers.ContentDisposition!.FileNameStar, content.Headers.ContentType!.MediaType));
        using var zip = new ZipArchive(await content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"附件2-{scene.County.Department.Name}项目支出预算绩效目标表-{scene.County.Year}-含未批复.pdf", Assert.Single(zip.Entries).FullName);
    }

    [Theory, EachDatabase]
    public async Task A_broken_connection_stops_the_work(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        await scene.CompleteFormAsync();
        await scene.CompleteFormAsync(await scene.County.AddProjectAsync("排在后面的项目", scene.County.Department, $"Z{scene.County.Mark}"));
        using var gone = new CancellationTokenSource();
        await using var line = new BrokenLine(gone);

        await scene.App.WithAsync<OfficialFiles, bool>(async files =>
        {
            var forms = await scene.App.WithAsync<PerfTargetsDbContext, IReadOnlyList<FormReference>>(async db =>
                await db.Forms.Where(form => form.Department!.Id == scene.County.Department.Id).InProjectOrder().References().ToListAsync(TestContext.Current.CancellationToken));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                files.WriteArchiveAsync(forms, "2", new OfficialPrint(OfficialFormat.Xlsx), line, gone.Token));
            return true;
        });

        Assert.Equal(1, line.Writes);
    }

    /// <summary>Breaks with the first bytes that come.</summary>
    private sealed class BrokenLine(CancellationTokenSource gone) : MemoryStream
    {
        public int Writes { get; private set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes++;
            await gone.CancelAsync();
        }
    }

    private static FormReference Reference(FormStatus status) =>
        new(default, 2027, status, default, default, null, default, null, "", default, null, "");

    private static string ContentType(string format) => "application/vnd.openxmlformats-officedocument."
        + (format == "xlsx" ? "spreadsheetml.sheet" : "wordprocessingml.document");

    private static async Task<IReadOnlyList<IReadOnlyList<OfficeCell>>> TablesAsync(TestPage answer, string format)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var file = await answer.Response.Content.ReadAsByteArrayAsync();
        return format == "xlsx" ? WorkbookText.Tables(file) : DocumentText.Tables(file);
    }

    private static async Task<string> TextAsync(TestPage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        using var pdf = PdfDocument.Open(await answer.Response.Content.ReadAsByteArrayAsync());
        return string.Concat(pdf.GetPages().Select(page => page.Text));
    }
}
