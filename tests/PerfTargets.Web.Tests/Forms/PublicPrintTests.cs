using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Office;
using PerfTargets.TestKit.Pdf;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>公开件 with and without the words （必填…） behind the second levels.</summary>
public sealed class PublicPrintTests
{
    private const string Omit = "requirementLabels=omit";
    private const string Required = "（必填）", Hard = "（必填硬性指标）";

    [Theory]
    [EachDatabase("pdf")]
    [EachDatabase("xlsx")]
    [EachDatabase("docx")]
    public async Task An_approved_form_is_handed_out_with_the_words_or_without_and_is_the_same_otherwise(DatabaseProvider provider, string format)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.ApprovedFormAsync("平财发〔2027〕12号");
        var browser = await scene.AsAsync(scene.County.Filler);

        var (usual, without) = (await browser.GetAsync($"/forms/{id}/{format}"), await browser.GetAsync($"/forms/{id}/{format}?{Omit}"));

        var (cells, fewer) = (await CellsAsync(usual, format), await CellsAsync(without, format));
        Assert.Equal((2, 7), (cells.Count(cell => cell.EndsWith(Hard, StringComparison.Ordinal)), cells.Count(cell => cell.EndsWith(Required, StringComparison.Ordinal))));
        Assert.Equal(cells.Select(Plain), fewer);
        Assert.Equal($"绩效目标表-{scene.County.Project.Name}-{scene.County.Year}.{format}", NameOf(usual));
        Assert.Equal($"绩效目标表-{scene.County.Project.Name}-{scene.County.Year}-公开件.{format}", NameOf(without));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/forms/{id}/{format}?requirementLabels=x")).Status);
    }

    [Theory, EachDatabase]
    public async Task The_file_of_批复_stays_what_it_was_and_only_it_is_verified(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.ApprovedFormAsync("平财发〔2027〕13号");
        var browser = await scene.AsAsync(scene.County.Filler);

        var without = await BytesAsync(await browser.GetAsync($"/forms/{id}/pdf?{Omit}"));
        var usual = await BytesAsync(await browser.GetAsync($"/forms/{id}/pdf"));
        var again = await BytesAsync(await browser.GetAsync($"/forms/{id}/pdf?{Omit}"));

        var kept = await scene.App.WithAsync<PerfTargetsDbContext, byte[]>(db =>
            db.FormSnapshots.Where(one => one.FormId == id && one.Kind == SnapshotKind.Approved).Select(one => one.Bytes!.Pdf!).SingleAsync());
        Assert.Equal(kept, usual);
        Assert.Equal(without, again);
        await scene.App.WithAsync<FileVerification, bool>(async files =>
        {
            Assert.Equal(id, (await files.VerifyAsync(new MemoryStream(usual))).Found?.FormId);
            Assert.Null((await files.VerifyAsync(new MemoryStream(without))).Found);
            return true;
        });
    }

    [Theory, EachDatabase]
    public async Task The_page_of_an_approved_form_shows_what_will_be_exported(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.ApprovedFormAsync("平财发〔2027〕14号");
        var browser = await scene.AsAsync(scene.County.Filler);

        var usual = await browser.OpenAsync($"/forms/{id}");
        var chosen = await browser.OpenAsync(usual.Document.QuerySelectorAll("a").Single(link => link.TextContent == "不印“必填”字样").GetAttribute("href")!);

        Assert.Contains(Hard, usual.Find("table.official").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("（必填", chosen.Find("table.official").TextContent, StringComparison.Ordinal);
        Assert.Contains("数量指标", chosen.Find("table.official").TextContent, StringComparison.Ordinal);
        Assert.Contains("不是批复时存档的文件，不能用来核验", chosen.Body, StringComparison.Ordinal);
        foreach (var format in new[] { "pdf", "xlsx", "docx" })
        {
            Assert.Single(usual.Document.QuerySelectorAll($"a[href='/forms/{id}/{format}']"));
            Assert.Single(chosen.Document.QuerySelectorAll($"a[href='/forms/{id}/{format}?{Omit}']"));
        }
        Assert.Single(chosen.Document.QuerySelectorAll($"a[href='/forms/{id}']"), link => link.TextContent.StartsWith("照印", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_form_in_review_and_a_draft_always_have_the_words(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();
        var browser = await scene.AsAsync(scene.County.Filler);

        var file = await browser.GetAsync($"/forms/{id}/docx?{Omit}");
        var page = await browser.OpenAsync($"/forms/{id}?{Omit}");

        Assert.Contains(await CellsAsync(file, "docx"), cell => cell.EndsWith(Hard, StringComparison.Ordinal));
        Assert.DoesNotContain("公开件", NameOf(file), StringComparison.Ordinal);
        Assert.Contains(Hard, page.Find("table.official").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("不印“", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [EachDatabase("pdf")]
    [EachDatabase("xlsx")]
    [EachDatabase("docx")]
    public async Task An_attachment_and_the_years_zip_leave_the_words_out_of_what_is_approved(DatabaseProvider provider, string format)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        await scene.ApprovedFormAsync("平财发〔2027〕15号");
        var draft = await county.AddProjectAsync("排在后面的草稿", county.Department, $"Z{county.Mark}");
        await scene.CompleteFormAsync(draft);
        var browser = await scene.AsAsync(county.Filler);
        var path = $"/forms/attachment?year={county.Year}&number=2&format={format}&{Omit}";

        var one = await browser.GetAsync($"{path}&department={county.Department.Id}&scope=approved");
        var zip = await browser.GetAsync($"{path}&department=&scope=all");

        Assert.Equal($"附件2-{county.Department.Name}项目支出预算绩效目标表-{county.Year}-公开件.{format}", NameOf(one));
        Assert.Equal($"附件2-各部门项目支出预算绩效目标表-{county.Year}-含未批复-公开件.zip", NameOf(zip));
        Assert.DoesNotContain(await CellsAsync(one, format), cell => cell.Contains("（必填", StringComparison.Ordinal));
        using var archive = new ZipArchive(new MemoryStream(await BytesAsync(zip)));
        var forms = Forms(Bytes(Assert.Single(archive.Entries)), format);
        Assert.Equal([county.Project.Name, draft.Name], forms.Select(cells => cells[1]));
        Assert.Equal([false, true], forms.Select(cells => cells.Any(cell => cell.Contains("（必填", StringComparison.Ordinal))));
    }

    [Theory, EachDatabase]
    public async Task Nothing_to_leave_the_words_out_of_is_told_at_the_choice_with_all_that_was_chosen(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        await scene.CompleteFormAsync();
        var path = $"/forms/attachment?year={scene.County.Year}&department={scene.County.Department.Id}&number=7&scope=all&format=docx&requirementLabels=";
        var browser = await scene.AsAsync(scene.County.Filler);

        var (refused, unknown) = (await browser.GetAsync(path + "omit"), await browser.GetAsync(path + "x"));

        Assert.Equal(
            (HttpStatusCode.BadRequest, "只有已批复的目标表（公开件）可以不印“必填”字样，所选的目标表都还没有批复。请改为照印，或者批复以后再导出。"),
            (refused.Status, Assert.Single(refused.Problems)));
        Assert.Equal(("7", "docx", "omit"), (
            refused.Find("#number").GetAttribute("value"), refused.Find("#format option[selected]").GetAttribute("value"),
            refused.Find("#requirementLabels option[selected]").GetAttribute("value")));
        Assert.Equal("requirementLabels-hint requirementLabels-error", refused.Find("#requirementLabels").GetAttribute("aria-describedby"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal("true", unknown.Find("#requirementLabels").GetAttribute("aria-invalid"));
    }

    [Theory, EachDatabase]
    public async Task Where_the_template_has_no_such_words_nobody_is_asked(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var clerk = await scene.AsAsync(scene.County.Filler);
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            var year = await db.Years.SingleAsync(one => one.Year == scene.County.Year);
            year.UseTemplate(ShippedTemplates.Json("mof-2021"));
            await db.SaveChangesAsync();
        });
        await scene.NewFormAsync();

        var list = await clerk.OpenAsync("/forms");
        var attachment = await clerk.GetAsync($"/forms/attachment?year={scene.County.Year}&number=x");

        Assert.Empty(list.Document.QuerySelectorAll("#requirementLabels, #requirementLabels-hint"));
        Assert.NotNull(list.Find("#format"));
        Assert.Empty(attachment.Document.QuerySelectorAll("#requirementLabels"));
        Assert.NotNull(attachment.Find("#format"));
    }

    private static string Plain(string cell) => cell.Replace(Required, "", StringComparison.Ordinal).Replace(Hard, "", StringComparison.Ordinal);

    private static string NameOf(TestPage answer) => answer.Response.Content.Headers.ContentDisposition!.FileNameStar!;

    private static async Task<IReadOnlyList<string>> CellsAsync(TestPage answer, string format) => Assert.Single(Forms(await BytesAsync(answer), format));

    /// <summary>The texts of the cells, form by form.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Forms(byte[] file, string format) => format switch
    {
        "pdf" => PdfText.Cells(file),
        "xlsx" => [.. WorkbookText.Tables(file).Select(table => table.Select(cell => cell.Text).ToArray())],
        _ => [.. DocumentText.Tables(file).Select(table => table.Select(cell => cell.Text).ToArray())],
    };

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var from = entry.Open())
            from.CopyTo(content);
        return content.ToArray();
    }

    private static async Task<byte[]> BytesAsync(TestPage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return await answer.Response.Content.ReadAsByteArrayAsync();
    }
}
