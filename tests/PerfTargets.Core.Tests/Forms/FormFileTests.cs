using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfTargets.Core.Data.Seed;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Forms;

public sealed class FormFileTests
{
    private static readonly FormTemplate Template = FormTemplate.Parse(ShippedTemplates.Json(FormFile.DefaultTemplate));

    [Fact]
    public void Read_SeedFile_HasTheFourForms()
    {
        var file = Read(Seed());

        Assert.Equal(2023, file.Year);
        Assert.Equal([17, 9, 10, 9], file.Tables.Select(table => table.Indicators.Count));
        Assert.Equal("“专精特新”", file.Tables[2].ProjectName[9..15]);
    }

    [Fact]
    public void Write_AfterRead_GivesTheSeedFileBackToTheCharacter()
    {
        var read = Read(Seed());
        var tables = read.ContentsBy(Template, "f").Select(content => FormFileTable.Of(content, Template)).ToList();

        var written = FormFileWriter.Write(FormFileWriter.FileOf(read.Year, Template, read.AttachmentTitle!, tables));

        AssertSameJson(JsonNode.Parse(Seed())!, JsonNode.Parse(written)!);
        Assert.Contains("\"total\": 36.70", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var once = FormFileWriter.Write(Read(Seed()));

        Assert.Equal(once, FormFileWriter.Write(Read(once)));
    }

    [Theory]
    [InlineData("36.00", "36.00")]
    [InlineData("0.1", "0.10")]
    [InlineData("36.123456", "36.123456")]
    [InlineData("-1", "-1.00")]
    [InlineData("3.6e1", "36.00")]
    [InlineData("null", "")]
    [InlineData("\"约 36 万\"", "约 36 万")]
    [InlineData("36.1234567", "36.1234567")]
    public void Read_Amount_IsReadAsDecimalText(string json, string text)
    {
        var file = Read(OneForm(table => table["funds"]!["total"] = JsonNode.Parse(json)));

        Assert.Equal(text, file.Tables[0].Funds[0].Amount.Text);
    }

    [Fact]
    public void Read_ByteOrderMarkAndWindowsLineEnds_AreUnderstood()
    {
        var bytes = OneForm(table => table["overallGoal"] = "一\r\n二");

        var file = Read([.. Encoding.UTF8.Preamble, .. bytes]);

        Assert.Equal("一\n二", file.Tables[0].OverallGoal);
    }

    [Fact]
    public void ContentsBy_NotApplicableAndCodes_ComeAndGoUnchanged()
    {
        var bytes = OneForm(table =>
        {
            table["projectCode"] = "6402210001";
            table["department"] = "205-平罗县教育局";
            table["departmentCode"] = "205";
            table["notApplicable"] = new JsonObject { ["生态效益指标"] = "不产生影响" };
        });

        var file = Read(bytes);
        var content = file.ContentsBy(Template, "f")[0];

        Assert.Equal("平罗县教育局", file.Tables[0].DepartmentName);
        Assert.Equal([new NotApplicableGroup("benefit.ecological", "不产生影响")], content.NotApplicable);
        Assert.Equal(file.Tables[0].NotApplicable, FormFileTable.Of(content, Template).NotApplicable);
        AssertSameJson(JsonNode.Parse(bytes)!, JsonNode.Parse(FormFileWriter.Write(file))!);
    }

    [Fact]
    public void ContentsBy_Reasons_HoldToTheirPlacesAndComeAndGoUnchanged()
    {
        var reasons = new JsonArray(Reason("D1", "output.timeliness[1].value", "2023 年 3 月底"), Reason("F5", "overallGoal", "36.7 万元"), Reason("C2", "output.quality", ""), Reason("F4", "funds.total", "36.70"));
        var bytes = OneForm(table => table["reasons"] = reasons);

        var file = Read(bytes);
        var content = file.ContentsBy(Template, "f")[0];

        var row = content.RowsOf("output.timeliness").First();
        Assert.Equal([$"row-{row.Id:N}-value", "overallGoal", "group-output-quality", "funds-total"], content.Reasons.Select(reason => reason.Place));
        Assert.Equal(file.Tables[0].Reasons, FormFileTable.Of(content, Template).Reasons);
        AssertSameJson(JsonNode.Parse(bytes)!, JsonNode.Parse(FormFileWriter.Write(file))!);

        static JsonObject Reason(string code, string place, string raw) => new() { ["code"] = code, ["place"] = place, ["raw"] = raw, ["text"] = "跨年实施" };
    }

    [Fact]
    public void TableOf_ReasonOfARowThatIsGone_IsLeftOut()
    {
        var content = Read(Seed()).ContentsBy(Template, "f")[0];
        var row = content.RowsOf("output.timeliness").First();
        var gone = content with { Indicators = [.. content.Indicators.Where(one => one != row)], Reasons = [new("D1", $"row-{row.Id:N}-value", "", "说明")] };

        Assert.Empty(FormFileTable.Of(gone, Template).Reasons);
    }

    [Fact]
    public void ContentsBy_ReasonTooLong_IsRefusedAtItsText()
    {
        var file = Read(OneForm(table => table["reasons"] = new JsonArray(
            new JsonObject { ["code"] = "D1", ["place"] = "overallGoal", ["raw"] = "", ["text"] = new string('长', Template.Limits.Reason + 1) })));

        var refused = Assert.Throws<FormFileException>(() => file.ContentsBy(Template, "f"));

        Assert.Equal("$.tables[0].reasons[0].text", refused.Path);
        Assert.StartsWith("年度总体目标的填写说明：最多 500 个字", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FileOf_OtherTemplate_NamesIt()
    {
        var other = FormTemplate.Parse(ShippedTemplates.Json("mof-2021"));

        Assert.Equal("mof-2021", FormFileWriter.FileOf(2024, other, "附件", []).Template);
    }

    internal static byte[] Seed() => SeedFiles.Read(SeedFiles.Pingluo2023);

    internal static FormFile Read(byte[] bytes) => FormFileReader.Read(bytes, "f.json");

    /// <summary>The seed's second form alone, changed.</summary>
    internal static byte[] OneForm(Action<JsonObject> change, Action<JsonObject>? changeFile = null)
    {
        var file = JsonNode.Parse(Seed())!.AsObject();
        var table = file["tables"]![1]!.DeepClone().AsObject();
        change(table);
        file["tables"] = new JsonArray(table);
        changeFile?.Invoke(file);
        return JsonSerializer.SerializeToUtf8Bytes(file);
    }

    /// <summary>Key by key, texts ordinally, numbers by their value.</summary>
    internal static void AssertSameJson(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        switch (expected)
        {
            case JsonObject members:
                Assert.Equal(members.Select(member => member.Key).Order(StringComparer.Ordinal),
                    actual!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
                foreach (var (key, value) in members)
                    AssertSameJson(value, actual[key], $"{path}.{key}");
                break;
            case JsonArray items:
                Assert.Equal(items.Count, actual!.AsArray().Count);
                for (var i = 0; i < items.Count; i++)
                    AssertSameJson(items[i], actual[i], $"{path}[{i}]");
                break;
            default:
                Assert.True(Plain(expected) == Plain(actual), $"{path}: {expected?.ToJsonString()} ≠ {actual?.ToJsonString()}");
                break;
        }
    }

    private static string Plain(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Number => decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture).ToString("G29", CultureInfo.InvariantCulture),
        _ => "text " + value.GetValue<string>(),
    };
}
