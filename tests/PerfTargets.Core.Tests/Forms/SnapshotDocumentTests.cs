using System.Text;
using System.Text.Json.Nodes;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Forms;

public sealed class SnapshotDocumentTests
{
    private static readonly DateTime At = new DateTime(2023, 2, 15, 1, 12, 33, 123, DateTimeKind.Utc).AddMicroseconds(456);

    [Fact]
    public void A_snapshot_reads_back_as_what_was_written()
    {
        var form = Form();
        var written = SnapshotDocument.Of(form, Year(), [new Finding("D1", FindingSeverity.Error, Place.Head("x"), "日期早于预算年度", "2022")], At);

        var read = SnapshotDocument.Read(written.ToBytes());

        Assert.Equal(form.Content.Indicators, read.FormContent.Indicators);
        Assert.Equal(form.Content.NotApplicable, read.FormContent.NotApplicable);
        Assert.Equal(form.Content.Funds, read.FormContent.Funds);
        Assert.Equal((form.Content.OverallGoal, At, "ningxia-2023"), (read.FormContent.OverallGoal, read.At, read.FormTemplate.Key));
        Assert.Equal(new SnapshotFinding("D1", "E", "x", "日期早于预算年度", "2022"), Assert.Single(read.Findings));
        Assert.Equal(written.ToBytes(), read.ToBytes());
    }

    [Fact]
    public void Reasons_stand_in_the_content_and_beside_their_findings_and_come_back_as_a_report()
    {
        var form = Form();
        var row = form.Indicators[0];
        var finding = new Finding("D1", FindingSeverity.Warning, Place.RowValue(row.GroupKey, row.Id), "时效指标第 1 行：日期晚于预算年度，请核对", "2024") { Reason = "跨年实施" };
        form.Replace(form.Content with { Reasons = [new("D1", finding.Place.Anchor, "2024", "跨年实施")] }, Actor.Console, At);

        var read = SnapshotDocument.Read(SnapshotDocument.Of(form, Year(), [finding, finding with { Code = "C5", IsMasterData = true }], At).ToBytes());

        Assert.Equal(form.Content.Reasons, read.FormContent.Reasons);
        Assert.Equal([finding], read.Report.Findings);
        Assert.Equal(read.FormContent.ReasonFor(finding), read.Report.Warnings[0].Reason);
    }

    /// <summary>As it was before there were reasons: its SHA-256 is on record.</summary>
    [Fact]
    public void Without_reasons_no_word_is_said_of_them()
    {
        var json = JsonNode.Parse(SnapshotDocument.Of(Form(), Year(), [new Finding("D1", FindingSeverity.Error, Place.Head("x"), "日期早于预算年度", "2022")], At).ToBytes())!;

        Assert.Equal(
            ["department", "funds", "implementingUnit", "indicators", "notApplicable", "overallGoal", "projectAttribute", "projectName", "projectPeriod"],
            json["content"]!.AsObject().Select(member => member.Key));
        Assert.Equal(["code", "message", "place", "raw", "severity"], json["findings"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes_whatever_the_culture_or_thread()
    {
        var (form, year) = (Form(), Year());
        var expected = SnapshotDocument.Sha256(SnapshotDocument.Of(form, year, [], At).ToBytes());

        var made = Enumerable.Range(0, 50).AsParallel().Select(_ => SnapshotDocument.Sha256(SnapshotDocument.Of(form, year, [], At).ToBytes())).Distinct();

        Assert.Equal([expected], made);
        Assert.Matches("^[0-9a-f]{64}$", expected);
    }

    [Fact]
    public void Characters_stand_unescaped_and_amounts_are_whole_fen()
    {
        var text = Encoding.UTF8.GetString(SnapshotDocument.Of(Form(), Year(), [], At).ToBytes());

        Assert.Contains("“专精特新”≥95% 𰻞", text, StringComparison.Ordinal);
        Assert.Contains("\"fen\":36700000", text, StringComparison.Ordinal);
        Assert.Contains("\"unreadText\":\"约 30\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "b": 1, "a": [true, null, "x"], "€": "\u20ac", "A": {} }""", """{"A":{},"a":[true,null,"x"],"b":1,"€":"€"}""")]
    [InlineData("""{ "\ud83d\ude00": 1, "\ufb33": 2 }""", "{\"\ud83d\ude00\":1,\"\ufb33\":2}")]
    [InlineData("""[ "\u0000\u001f\u007f\b\t\n\f\r\"\\\/" ]""", "[\"\\u0000\\u001f\u007f\\b\\t\\n\\f\\r\\\"\\\\/\"]")]
    [InlineData("""[ 0, -1, 9007199254740993 ]""", "[0,-1,9007199254740993]")]
    public void Json_has_one_form(string json, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Write(JsonNode.Parse(json))));

    [Fact]
    public void A_fraction_has_no_canonical_form_here() =>
        Assert.Throws<NotSupportedException>(() => CanonicalJson.Write(JsonNode.Parse("[1.5]")));

    [Fact]
    public void Half_a_character_is_refused_rather_than_replaced() =>
        Assert.Throws<EncoderFallbackException>(() => CanonicalJson.Write(JsonValue.Create("\ud83d")));

    private static TargetForm Form()
    {
        var unit = new Organisation { Name = "工业和信息化局", Code = "301", Kind = OrganisationKind.Department };
        var content = new FormContent
        {
            ProjectName = "“专精特新”≥95% 𰻞",
            Funds = [new("total", Amount.FromTyped("36.7")), new("fiscal", Amount.Blank), new("other", Amount.FromTyped("约 30"))],
            OverallGoal = "第一行\n第二行",
            Indicators = [new(Guid.Parse("018f2c5e-0000-7000-8000-000000000001"), "output.quantity", "企业户数", "1 户")],
            NotApplicable = [new("benefit.ecological", "不涉及")],
        };
        return TargetForm.Create(2023, Project.Create("0001", "项目", unit.Id), unit, unit, content, Actor.Console, At);
    }

    private static BudgetYear Year()
    {
        var year = new BudgetYear { Year = 2023 };
        year.UseTemplate(ShippedTemplates.Json("ningxia-2023"));
        return year;
    }
}
