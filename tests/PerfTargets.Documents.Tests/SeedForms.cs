using System.Globalization;
using System.Text.Json;

namespace PerfTargets.Documents.Tests;

/// <summary>The four real forms that come with the program, as official tables.</summary>
static class SeedForms
{
    static JsonDocument Data { get; } = JsonDocument.Parse(
        typeof(SeedForms).Assembly.GetManifestResourceStream("pingluo-2023.json")!);

    public static IReadOnlyList<OfficialTable> All { get; } = [.. Data.RootElement.GetProperty("tables").EnumerateArray().Select(Form)];

    static OfficialTable Form(JsonElement form) => new()
    {
        Title = Text(Data.RootElement, "tableTitle"),
        Year = Data.RootElement.GetProperty("year").GetInt32(),
        AttachmentLine = Text(Data.RootElement, "attachmentTitle"),
        Head =
        [
            new(new("项目名称", Text(form, "projectName"))),
            new(new("主管部门及代码", Text(form, "department")), new("实施单位", Text(form, "implementingUnit"))),
            new(new("项目属性", Text(form, "projectAttribute")), new("项目期", Text(form, "projectPeriod"))),
        ],
        Funds =
        [
            new("年度资金总额：", Amount(form, "total")),
            new("其中：财政拨款", Amount(form, "fiscal")),
            new("其他资金", Amount(form, "other"), Indent: 1),
        ],
        Goal = new("年度总体目标", Text(form, "overallGoal")),
        Levels = Levels(form),
    };

    static List<IndicatorLevel> Levels(JsonElement form)
    {
        var labels = Data.RootElement.GetProperty("levelTwoLabels");
        var rows = form.GetProperty("indicators").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray());
        return [.. rows.GroupBy(row => row[0]).Select(level => new IndicatorLevel(
            level.Key,
            [.. level.GroupBy(row => row[1]).Select(group => new IndicatorGroup(
                Text(labels, group.Key),
                [.. group.Select(row => new IndicatorRow(row[2], row[3]))]))]))];
    }

    static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    static string Amount(JsonElement form, string name)
    {
        var amount = form.GetProperty("funds").GetProperty(name);
        return amount.ValueKind == JsonValueKind.Null ? "" : amount.GetDecimal().ToString("0.00", CultureInfo.InvariantCulture);
    }
}
