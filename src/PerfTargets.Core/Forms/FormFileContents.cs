using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>Turns a file's labels into a template's groups. A label that the template does not have is refused: its row would vanish from the table.</summary>
public static class FormFileContents
{
    /// <returns>The content of each table, in the file's order.</returns>
    /// <exception cref="FormFileException">The file's labels are not the template's, or a form could not be stored.</exception>
    public static IReadOnlyList<FormContent> ContentsBy(this FormFile form, FormTemplate template, string file)
    {
        RequireLabels(form, template, file);
        return [.. form.Tables.Select((table, index) => Content(table, template, file, $"$.{FormFileKeys.Tables}[{index}]"))];
    }

    /// <summary>The JSON of the shipped template that the file names, or of the default.</summary>
    public static string ShippedTemplate(this FormFile form, string file)
    {
        var key = form.Template ?? FormFile.DefaultTemplate;
        return ShippedTemplates.Keys.Contains(key)
            ? ShippedTemplates.Json(key)
            : throw new FormFileException(file, $"$.{FormFileKeys.Template}", $"没有模板“{key}”，可以用的有：{string.Join('、', ShippedTemplates.Keys)}");
    }

    private static void RequireLabels(FormFile form, FormTemplate template, string file)
    {
        if (form.Template is { } key && key != template.Key)
            throw new FormFileException(file, $"$.{FormFileKeys.Template}", $"文件用的是模板“{key}”，{form.Year} 年度用的是“{template.Key}”");
        if (form.TableTitle is { } title && title != template.Title)
            throw new FormFileException(file, $"$.{FormFileKeys.TableTitle}", $"表名应是“{template.Title}”");
        foreach (var (label, printed) in form.LevelTwoLabels ?? new Dictionary<string, string>())
        {
            var path = $"$.{FormFileKeys.LevelTwoLabels}";
            var group = template.Groups.FirstOrDefault(one => one.Label == label)
                ?? throw new FormFileException(file, path, $"模板“{template.Key}”没有二级指标“{label}”");
            if (printed != template.PrintedLabel(group))
                throw new FormFileException(file, path, $"“{label}”在表中印作“{template.PrintedLabel(group)}”，文件中是“{printed}”");
        }
    }

    private static FormContent Content(FormFileTable table, FormTemplate template, string file, string path)
    {
        var content = new FormContent
        {
            ProjectName = table.ProjectName,
            Department = table.Department,
            ImplementingUnit = table.ImplementingUnit,
            ProjectAttribute = table.ProjectAttribute,
            ProjectPeriod = table.ProjectPeriod,
            Funds = [.. table.Funds.Select(Known)],
            OverallGoal = table.OverallGoal,
            Indicators = [.. table.Indicators.Select((row, index) => new IndicatorRow(Guid.CreateVersion7(), GroupKey(row, index), row.Name, row.Value))],
            NotApplicable = [.. table.NotApplicable.Select(mark => new NotApplicableGroup(NotApplicableKey(mark.Key), mark.Value))],
        };
        content = content with { Reasons = Reasons() };
        if (DraftRules.Check(content, template) is [var violation, ..])
            throw new FormFileException(file, path + PathOf(violation.Place), violation.Message);
        return content;

        FundsEntry Known(FundsEntry entry) => template.Funds.Any(line => line.Key == entry.Key)
            ? entry
            : throw new FormFileException(file, $"{path}.{FormFileKeys.Funds}",
                $"模板“{template.Key}”没有资金行“{entry.Key}”，可以用的有：{string.Join('、', template.Funds.Select(line => line.Key))}");

        string GroupKey(FormFileRow row, int index)
        {
            var at = $"{path}.{FormFileKeys.Indicators}[{index}]";
            var level = template.Levels.FirstOrDefault(one => one.Label == row.LevelOne)
                ?? throw new FormFileException(file, at + "[0]",
                    $"模板“{template.Key}”没有一级指标“{row.LevelOne}”，可以用的有：{string.Join('、', template.Levels.Select(one => one.Label))}");
            return level.Groups.FirstOrDefault(one => one.Label == row.LevelTwo)?.Key
                ?? throw new FormFileException(file, at + "[1]",
                    $"{level.Label}下没有二级指标“{row.LevelTwo}”，可以用的有：{string.Join('、', level.Groups.Select(one => one.Label))}");
        }

        string NotApplicableKey(string label) => template.Groups.FirstOrDefault(one => one.Label == label)?.Key
            ?? throw new FormFileException(file, $"{path}.{FormFileKeys.NotApplicable}", $"模板“{template.Key}”没有二级指标“{label}”");

        IReadOnlyList<FindingReason> Reasons()
        {
            if (table.Reasons.Count == 0)
                return [];
            var names = new PlaceNames(content, template);
            return [.. table.Reasons.Select((reason, index) => new FindingReason(reason.Code, AnchorOf(names, reason.Place, index), reason.Raw, reason.Text))];
        }

        string AnchorOf(PlaceNames names, string place, int index) => names.PlaceOf(place)?.Anchor
            ?? throw new FormFileException(file, $"{path}.{FormFileKeys.Reasons}[{index}].{FormFileKeys.ReasonPlace}",
                $"目标表里没有“{place}”这个位置；位置写作 overallGoal、funds.total、二级指标的键或 output.timeliness[1].value，与 forms check 输出的 place 相同");

        int ReasonAt(Place place) => content.Reasons.ToList().FindIndex(reason => Place.Reason(reason.Key) == place);

        string PathOf(Place place) => place switch
        {
            _ when ReasonAt(place) is >= 0 and var index => $".{FormFileKeys.Reasons}[{index}].{FormFileKeys.ReasonText}",
            { RowId: { } id } => $".{FormFileKeys.Indicators}[{content.Indicators.Select(row => row.Id).ToList().IndexOf(id)}][{(place.Field == "name" ? 2 : 3)}]",
            { GroupKey: not null } => $".{FormFileKeys.NotApplicable}",
            { Field: { } field } when FormFileKeys.OfTable.Contains(field) => "." + field,
            { Field: { } field } when field.StartsWith("funds-", StringComparison.Ordinal) => $".{FormFileKeys.Funds}.{field["funds-".Length..]}",
            _ => "",
        };
    }
}
