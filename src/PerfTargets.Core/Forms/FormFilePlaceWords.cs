using System.Text.RegularExpressions;
using Key = PerfTargets.Core.Forms.FormFileKeys;

namespace PerfTargets.Core.Forms;

/// <summary>A place in a form file as people call it: $.tables[1].indicators[2][3] is 第 2 份目标表第 3 行三级指标的指标值.</summary>
internal static partial class FormFilePlaceWords
{
    private static readonly string[] Cells = ["一级指标", "二级指标", "三级指标", "指标值"];

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        [Key.AttachmentTitle] = "附件标题",
        [Key.TableTitle] = "表名",
        [Key.Year] = "预算年度",
        [Key.MoneyUnit] = "金额单位",
        [Key.Template] = "模板",
        [Key.Tables] = "目标表",
        [Key.LevelTwoLabels] = "二级指标的印法",
        [Key.ProjectName] = "项目名称",
        [Key.ProjectCode] = "项目编码",
        [Key.Department] = "主管部门",
        [Key.DepartmentCode] = "主管部门编码",
        [Key.ImplementingUnit] = "实施单位",
        [Key.UnitCode] = "实施单位编码",
        [Key.ProjectAttribute] = "项目属性",
        [Key.ProjectPeriod] = "项目期",
        [Key.Funds] = "项目资金",
        [Key.OverallGoal] = "年度总体目标",
        [Key.Indicators] = "三级指标",
        [Key.NotApplicable] = "不涉及",
        [Key.Reasons] = "填写说明",
        [Key.ReasonCode] = "检查的代码",
        [Key.ReasonPlace] = "位置",
        [Key.ReasonRaw] = "当时的内容",
        [Key.ReasonText] = "文字",
        [FundsLine.TotalKey] = "年度资金总额",
    };

    /// <param name="path">A JSON path, as in <see cref="FormFileException.Path"/>.</param>
    public static string Of(string path)
    {
        var steps = Step().Matches(path).Select(step => step.Value.Trim('.', '[', ']', '\'')).ToList();
        if (steps.Count == 0)
            return "整个文件";
        var words = new List<string>();
        for (var i = 0; i < steps.Count; i++)
        {
            var numbered = i + 1 < steps.Count && int.TryParse(steps[i + 1], out var index) ? index + 1 : 0;
            words.Add((steps[i], numbered) switch
            {
                (Key.Tables, > 0) => $"第 {numbered} 份目标表",
                (Key.Indicators, > 0) => $"第 {numbered} 行三级指标",
                (Key.Reasons, > 0) => $"第 {numbered} 条填写说明",
                _ when i > 1 && steps[i - 2] == Key.Indicators && int.TryParse(steps[i], out var cell) && cell < Cells.Length => Cells[cell],
                _ => Keys.GetValueOrDefault(steps[i], $"“{steps[i]}”"),
            });
            if (numbered > 0 && steps[i] is Key.Tables or Key.Indicators or Key.Reasons)
                i++;
        }
        return string.Join('的', words);
    }

    /// <summary>A key with what it stands for, as in “year”（预算年度）.</summary>
    public static string Named(string key) => Keys.TryGetValue(key, out var word) ? $"“{key}”（{word}）" : $"“{key}”";

    [GeneratedRegex(@"\.[A-Za-z0-9_-]+|\[\d+\]|\['.*'\]")]
    private static partial Regex Step();
}
