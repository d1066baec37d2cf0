using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Data.Seed;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Documents;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Office;
using PerfTargets.TestKit.Pdf;
using PerfTargets.Web.Commands;
using PerfTargets.Web.Infrastructure.Documents;
using FormFile = PerfTargets.Core.Forms.FormFile;

namespace PerfTargets.Web.Tests.Commands;

public sealed class FormsCommandTests
{
    private const string FourthForm = "2023/平罗县工业和信息化局/2023 年自治区企业技术中心奖补资金";

    [Fact]
    public async Task Check_SeedFile_FindsD1WithoutAnyDatabase()
    {
        using var folder = new CommandFolder();

        var run = await CommandRun.OfAsync("forms", "check", folder.Seed(), "--Database:Provider=Oracle");

        Assert.Equal(ExitCode.Errors, run.Code);
        Assert.Empty(run.Notes);
        AssertD1(Assert.Single(run.Lines, line => line.Contains("\"severity\":\"E\"", StringComparison.Ordinal)));
    }

    [Theory, EachDatabase]
    public async Task Check_ImportedYear_SaysTheSame(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed());

        var run = await CommandRun.OfAsync(database, "forms", "check", "--year", "2023", "--org", "平罗县工业和信息化局");
        var none = await CommandRun.OfAsync(database, "forms", "check", "--year", "2023", "--org", "平罗县民政局");

        Assert.Equal(ExitCode.Errors, run.Code);
        AssertD1(Assert.Single(run.Lines, line => line.Contains("\"severity\":\"E\"", StringComparison.Ordinal)));
        Assert.Equal((ExitCode.BadInput, 0), (none.Code, none.Answer.Length));
        Assert.Equal(Found((await CommandRun.OfAsync("forms", "check", folder.Seed())).Lines), Found(run.Lines));
    }

    [Fact]
    public async Task Check_TellsWhatAnotherFindingCoversAndWhatItCannotJudge()
    {
        using var folder = new CommandFolder();

        var lines = (await CommandRun.OfAsync("forms", "check", folder.Seed())).Lines;

        Assert.Contains(lines, line => line.Contains("\"code\":\"D4\"", StringComparison.Ordinal) && line.EndsWith("\"supersededBy\":\"D1\"}", StringComparison.Ordinal));
        Assert.Equal(4, lines.Count(line => line.Contains("\"code\":\"X2\",\"severity\":\"U\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Check_YearWithoutForms_SaysThatThereAreNone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed());

        var run = await CommandRun.OfAsync(database, "forms", "check", "--year", "2030");

        Assert.Equal((ExitCode.Done, 0, "没有要检查的目标表，请核对年度和单位。"), (run.Code, run.Answer.Length, run.Notes.Trim()));
    }

    /// <summary>A file has no year before it, and nothing that an administrator has noted: what cannot be judged differs.</summary>
    private static IEnumerable<string> Found(IEnumerable<string> lines) => lines.Where(line => !line.Contains("\"severity\":\"U\"", StringComparison.Ordinal));

    [Fact]
    public async Task Check_FileWithoutErrors_SaysWhatElseItFindsAndIsDone()
    {
        using var folder = new CommandFolder();
        var path = folder.Write("education.json", SeedFiles.Read("education-2023.json"));

        var run = await CommandRun.OfAsync("forms", "check", path);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Notes));
        Assert.Contains(run.Lines, line => line.Contains("\"code\":\"G1\"", StringComparison.Ordinal) && line.Contains("全年巡检 12 次", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Lines, line => line.Contains("\"severity\":\"E\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_ReasonsAndCorrections_AreToldWhereThereAreAny()
    {
        using var folder = new CommandFolder();
        var seed = JsonNode.Parse(SeedFiles.Read(SeedFiles.Pingluo2023))!;
        var table = seed["tables"]![3]!;
        table["indicators"]!.AsArray().Single(row => row![1]!.GetValue<string>() == "时效指标")![3] = "2024 年 3 月底";
        table["reasons"] = new JsonArray(new JsonObject { ["code"] = "D1", ["place"] = "output.timeliness[1].value", ["raw"] = "2024 年 3 月底", ["text"] = "跨年兑现" });

        var run = await CommandRun.OfAsync("forms", "check", folder.Write("seed.json", System.Text.Encoding.UTF8.GetBytes(seed.ToJsonString())));

        var lines = run.Lines.Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal("D1 跨年兑现", string.Concat(lines.Where(line => line["reason"] is not null).Select(line => $"{line["code"]} {line["reason"]}")));
        Assert.Contains("≥20 户", lines.Where(line => line["correction"] is not null).Select(line => line["correction"]!.GetValue<string>()));
        Assert.Equal(ExitCode.Done, run.Code);
    }

    [Fact]
    public async Task Check_MalformedFile_SaysFilePlaceAndReason()
    {
        using var folder = new CommandFolder();
        var path = folder.Write("bad.json", "{\"year\": 2023, \"moneyUnit\": \"元\", \"tables\": []}"u8.ToArray());

        var run = await CommandRun.OfAsync("forms", "check", path);

        Assert.Equal((ExitCode.BadInput, 0), (run.Code, run.Answer.Length));
        Assert.Equal($"forms check：{path}：金额单位：只能是“万元”。请改正文件以后再试（位置 $.moneyUnit）。\n", run.Notes.ReplaceLineEndings("\n"));
    }

    [Theory, EachDatabase]
    public async Task ExportJson_AfterImport_GivesTheSeedBackToTheCharacter(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var folder = new CommandFolder();
        var import = await CommandRun.OfAsync(database, "forms", "import", folder.Seed());
        Assert.Equal((ExitCode.Done, 4), (import.Code, import.Lines.Count));

        var run = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", "json", "--out", folder.Path("out.json"));

        Assert.Equal((ExitCode.Done, 0), (run.Code, run.Answer.Length));
        Assert.Equal(["out.json", "seed.json"], folder.Names);
        var (expected, actual) = (Normal(SeedFiles.Read(SeedFiles.Pingluo2023)), Normal(await File.ReadAllBytesAsync(folder.Path("out.json"), TestContext.Current.CancellationToken)));
        Assert.Equal(expected, actual);
    }

    [Theory, EachDatabase]
    public async Task Import_Twice_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed());

        var run = await CommandRun.OfAsync(database, "forms", "import", folder.Seed());

        Assert.Equal((ExitCode.BadInput, 0), (run.Code, run.Answer.Length));
        Assert.Contains("“工业经济运行等工作经费”（平罗县工业和信息化局）", run.Notes, StringComparison.Ordinal);
        await using var db = database.CreateContext();
        Assert.Equal(4, await db.Forms.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task ImportApproved_CharacterThatNoFontHas_IsToldWithItsPlaceAndNothingIsStored(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var folder = new CommandFolder();
        var seed = JsonNode.Parse(SeedFiles.Read(SeedFiles.Pingluo2023))!;
        seed["tables"]![3]!["indicators"]![0]![2] = "奖补企业\U0001F600";
        var path = folder.Write("seed.json", System.Text.Encoding.UTF8.GetBytes(seed.ToJsonString()));

        var approved = await CommandRun.OfAsync(database, "forms", "import", path, "--as-status", "approved");
        var draft = await CommandRun.OfAsync(database, "forms", "import", path);
        var export = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", "pdf", "--out", folder.Path("out.pdf"));
        var json = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", "json", "--out", "-");

        const string where = "“2023 年自治区企业技术中心奖补资金”中有打印字体没有的字符：\U0001F600 U+1F600（数量指标第 1 行的三级指标）。";
        Assert.Equal((ExitCode.BadInput, $"forms import：{where}没有导入任何内容，请在文件中改写后再导入。"), (approved.Code, approved.Notes.Trim()));
        Assert.Equal(ExitCode.Done, draft.Code);
        Assert.Equal((ExitCode.BadInput, $"forms export：{where}请改写后再导出。"), (export.Code, export.Notes.Trim()));
        Assert.Contains("\"奖补企业\U0001F600\"", json.Text, StringComparison.Ordinal);
        Assert.Equal(["seed.json"], folder.Names);
    }

    [Fact]
    public async Task ExportPdf_ManyFormsWithCharactersThatNoFontHas_NamesTheFirstAndCountsTheOthers()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new CommandFolder();
        var seed = JsonNode.Parse(SeedFiles.Read(SeedFiles.Pingluo2023))!;
        var tables = seed["tables"]!.AsArray();
        for (var i = 0; i < Printability.MostNamed + 2; i++)
        {
            var table = tables[3]!.DeepClone();
            (table["projectName"], table["overallGoal"]) = ($"项目{i}", "目标\U0001F600");
            tables.Add(table);
        }
        await CommandRun.OfAsync(database, "forms", "import", folder.Write("seed.json", System.Text.Encoding.UTF8.GetBytes(seed.ToJsonString())));

        var run = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", "pdf", "--out", folder.Path("out.pdf"));

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Equal(Printability.MostNamed, run.Notes.Split("中有打印字体没有的字符：\U0001F600 U+1F600（年度总体目标）").Length - 1);
        Assert.EndsWith("；另有 2 份目标表也有这样的字符。请改写后再导出。", run.Notes.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_CharacterThatNoFontHas_IsAnErrorWithoutAnyDatabase()
    {
        using var folder = new CommandFolder();
        var seed = JsonNode.Parse(SeedFiles.Read(SeedFiles.Pingluo2023))!;
        seed["tables"]![3]!["indicators"]![0]![2] = "奖补企业\U0001F600";
        var path = folder.Write("seed.json", System.Text.Encoding.UTF8.GetBytes(seed.ToJsonString()));

        var run = await CommandRun.OfAsync("forms", "check", path, "--Database:Provider=Oracle");

        Assert.Equal(ExitCode.Errors, run.Code);
        Assert.Contains("\"C8\",\"severity\":\"E\",\"place\":\"output.quantity[1].name\"", run.Text, StringComparison.Ordinal);
        Assert.Contains("“\U0001F600 U+1F600”", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [EachDatabase("draft")]
    [EachDatabase("approved")]
    public async Task ExportPdf_OfEachSeedForm_HasTheTextOfTheGridCellByCell(DatabaseProvider provider, string status)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed(), "--as-status", status);

        foreach (var table in SeedTables())
        {
            var run = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--project", table.Name, "--format", "pdf", "--out", "-");

            Assert.Equal(ExitCode.Done, run.Code);
            Assert.Equal([table.Cells], PdfText.Cells(run.Answer));
        }
    }

    [Theory]
    [EachDatabase("draft")]
    [EachDatabase("approved")]
    public async Task ExportOffice_OfOneSeedFormAndOfAll_HasTheTextOfTheGridCellByCell(DatabaseProvider provider, string status)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed(), "--as-status", status);
        var tables = SeedTables();

        foreach (var (format, read) in new (string, Func<byte[], IReadOnlyList<IReadOnlyList<OfficeCell>>>)[] { ("xlsx", WorkbookText.Tables), ("docx", DocumentText.Tables) })
        {
            var one = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--project", tables[1].Name, "--format", format, "--out", "-");
            var all = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", format, "--out", "-");

            Assert.Equal((ExitCode.Done, ExitCode.Done), (one.Code, all.Code));
            Assert.Equal([tables[1].Cells], Texts(read(one.Answer)));
            Assert.Equal(tables.Select(table => table.Cells), Texts(read(all.Answer)));
        }

        static IEnumerable<IEnumerable<string>> Texts(IReadOnlyList<IReadOnlyList<OfficeCell>> read) => read.Select(table => table.Select(cell => cell.Text));
    }

    [Fact]
    public async Task ExportPdf_OfTheBureau_IsItsAttachment()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed(), "--as-status", "approved", "--document", "平财发〔2023〕12 号", "--date", "2023-02-20");

        var run = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--org", "平罗县工业和信息化局", "--format", "pdf", "--out", "-");
        var again = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", "pdf", "--out", "-");
        var other = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--number", "5", "--format", "pdf", "--out", "-");

        Assert.Equal(SeedTables().Select(table => table.Cells), PdfText.Cells(run.Answer));
        Assert.Equal(run.Answer, again.Answer);
        Assert.StartsWith("附件2：平罗县工业和信息化局项目支出预算绩效目标表", PdfText.Pages(run.Answer)[0].Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("附件5：", PdfText.Pages(other.Answer)[0].Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExportPdf_OfAnApprovedForm_IsTheStoredFile()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed(), "--as-status", "approved");

        var run = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--project", "工业经济运行等工作经费", "--format", "pdf", "--out", "-");

        await using var db = database.CreateContext();
        var hashes = await db.FormSnapshots.Select(one => one.PdfSha256).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(SnapshotDocument.Sha256(run.Answer), hashes);
    }

    [Theory, EachDatabase]
    public async Task ExportZip_IsAFileForEachBureau_WithTheSameBytesEveryTime(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed(), "--as-status", "approved");
        await CommandRun.OfAsync(database, "forms", "import", folder.Write("education.json", SeedFiles.Read("education-2023.json")));

        var run = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", "pdf", "--number", "3", "--out", folder.Path("year.zip"));
        await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", "pdf", "--number", "3", "--out", folder.Path("again.ZIP"));

        Assert.Equal(ExitCode.Done, run.Code);
        using var zip = ZipFile.OpenRead(folder.Path("year.zip"));
        Assert.Equal(
            ["附件3-平罗县教育局项目支出预算绩效目标表-2023-含未批复.pdf", "附件3-平罗县工业和信息化局项目支出预算绩效目标表-2023.pdf"],
            zip.Entries.Select(entry => entry.FullName));
        var industry = Bytes(zip.Entries[1]);
        Assert.Equal(SeedTables().Select(table => table.Cells), PdfText.Cells(industry));
        Assert.Equal(File.ReadAllBytes(folder.Path("year.zip")), File.ReadAllBytes(folder.Path("again.ZIP")));

        static byte[] Bytes(ZipArchiveEntry entry)
        {
            using var content = new MemoryStream();
            using (var from = entry.Open()) from.CopyTo(content);
            return content.ToArray();
        }
    }

    [Theory]
    [InlineData("pdf"), InlineData("xlsx"), InlineData("docx")]
    public async Task Export_RequirementLabelsOmitted_AreInNoApprovedForm(string format)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed(), "--as-status", "approved");
        string[] export = ["forms", "export", "--year", "2023", "--format", format, "--out", "-", "--requirement-labels"];

        var (one, all, usual) = (
            await CommandRun.OfAsync(database, [.. export, "omit", "--project", "工业经济运行等工作经费"]),
            await CommandRun.OfAsync(database, [.. export, "omit"]), await CommandRun.OfAsync(database, [.. export, "print"]));

        Assert.Equal([1, 4, 4], new[] { one, all, usual }.Select(run => Labels(run).Length));
        Assert.All(Labels(one).Concat(Labels(all)), label => Assert.Equal("数量指标", label));
        Assert.All(Labels(usual), label => Assert.Equal("数量指标（必填硬性指标）", label));

        string[] Labels(CommandRun run) =>
            [.. Cells(run.Answer, format).Where(cell => cell.StartsWith("数量指标", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Export_RequirementLabelsThatCannotBeOmitted_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed());
        string[] export = ["forms", "export", "--year", "2023", "--out", folder.Path("out")];

        var drafts = await CommandRun.OfAsync(database, [.. export, "--format", "docx", "--requirement-labels", "omit"]);
        var unknown = await CommandRun.OfAsync(database, [.. export, "--format", "docx", "--requirement-labels", "x"]);
        var json = await CommandRun.OfAsync(database, [.. export, "--format", "json", "--requirement-labels", "omit"]);

        Assert.Equal(
            [
                "forms export：只有已批复的目标表（公开件）可以不印“必填”字样，所选的目标表都还没有批复。请改为照印，或者批复以后再导出。",
                "forms export：--requirement-labels 只能是 print 或 omit，不能是“x”",
                "forms export：json 不是印件，不能用 --requirement-labels",
            ],
            new[] { drafts, unknown, json }.Select(run => run.Notes.Trim()));
        Assert.All(new[] { drafts, unknown, json }, run => Assert.Equal(ExitCode.BadInput, run.Code));
        Assert.Equal(["seed.json"], folder.Names);
    }

    [Fact]
    public async Task ExportJson_AsZip_IsRefused()
    {
        var run = await CommandRun.OfAsync("forms", "export", "--year", "2023", "--format", "json", "--out", "a.zip");

        Assert.Equal((ExitCode.BadInput, "forms export：json 是一个文件，--out 的文件名不能以 .zip 结尾"), (run.Code, run.Notes.Trim()));
    }

    [Fact]
    public async Task Export_SeveralBureausOrNothing_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new CommandFolder();
        await CommandRun.OfAsync(database, "forms", "import", folder.Seed());
        await CommandRun.OfAsync(database, "forms", "import", folder.Write("education.json", SeedFiles.Read("education-2023.json")));

        var several = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--format", "pdf", "--out", folder.Path("a.pdf"));
        var nothing = await CommandRun.OfAsync(database, "forms", "export", "--year", "2022", "--format", "pdf", "--out", folder.Path("a.pdf"));
        var byCode = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--org", "205", "--format", "json", "--out", "-");
        var unit = await CommandRun.OfAsync(database, "forms", "export", "--year", "2023", "--org", "205012", "--format", "json", "--out", "-");

        Assert.Equal(ExitCode.BadInput, several.Code);
        Assert.Contains("请用 --org 指定单位", several.Notes, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, nothing.Code);
        Assert.Equal(["education.json", "seed.json"], folder.Names);
        Assert.Equal(Normal(SeedFiles.Read("education-2023.json")), Normal(byCode.Answer));
        var school = JsonNode.Parse(unit.Answer)!;
        Assert.Equal(2, school["tables"]!.AsArray().Count);
        Assert.Equal("附件 2：平罗县沙湖小学项目支出预算绩效目标表", school["attachmentTitle"]!.GetValue<string>());
    }

    private static void AssertD1(string line)
    {
        var finding = JsonNode.Parse(line)!.AsObject();
        Assert.Equal(["form", "code", "severity", "place", "message"], finding.Select(member => member.Key));
        Assert.Equal((FourthForm, "D1", "E", "output.timeliness[1].value"),
            (finding["form"]!.GetValue<string>(), finding["code"]!.GetValue<string>(), finding["severity"]!.GetValue<string>(), finding["place"]!.GetValue<string>()));
        Assert.Contains("2022 年 3 月底", finding["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<(string Name, IReadOnlyList<string> Cells)> SeedTables()
    {
        var template = FormTemplate.Parse(ShippedTemplates.Json(FormFile.DefaultTemplate));
        var contents = FormFileReader.Read(SeedFiles.Read(SeedFiles.Pingluo2023), "seed").ContentsBy(template, "seed");
        return [.. contents.Select(content => (content.ProjectName,
            (IReadOnlyList<string>)[.. TableGrid.From(OfficialTableMapper.Of(content, template, 2023)).Cells.Select(cell => cell.Text)]))];
    }

    /// <summary>JSON with its members in one order and 36.00 as 36, to be compared ordinally.</summary>
    private static string Normal(byte[] json)
    {
        return Of(JsonNode.Parse(json));

        static string Of(JsonNode? node) => node switch
        {
            JsonObject members => "{" + string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => member.Key + ":" + Of(member.Value))) + "}",
            JsonArray items => "[" + string.Join(",\n", items.Select(Of)) + "]",
            null => "null",
            _ => node.GetValueKind() == JsonValueKind.Number ? node.GetValue<decimal>().ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : "“" + node.GetValue<string>() + "”",
        };
    }

    private static IEnumerable<string> Cells(byte[] file, string format) => format switch
    {
        "pdf" => PdfText.Cells(file).SelectMany(cells => cells),
        "xlsx" => WorkbookText.Tables(file).SelectMany(cells => cells).Select(cell => cell.Text),
        _ => DocumentText.Tables(file).SelectMany(cells => cells).Select(cell => cell.Text),
    };
}
