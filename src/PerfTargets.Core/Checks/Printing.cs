using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>C8: a character that no font in use has. Such a form cannot be approved, and only its filler can rewrite it.</summary>
public sealed class PrintableText : CheckByRow
{
    public override string Code => "C8";
    public override string Title => "所填文字均能打印";
    public override string Explanation => "打印所用的字体里都没有这个字，目标表无法打印和批复，须换一种写法。";
    public override string Example => "表情符号“😀”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    internal override void FindBesideRows(CheckContext context, List<Finding> findings)
    {
        foreach (var (place, label, text) in FormFields.Head(context.Form, context.Template))
        {
            if (context.Unprintable(text) is { Count: > 0 } characters)
                findings.Add(Said(context, place, label, characters, text));
        }
    }

    internal override void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings)
    {
        if (context.Unprintable(row.Name) is { Count: > 0 } inName)
            findings.Add(Said(context, row.NamePlace, $"{row.Numbered}的{context.Template.Labels.LevelThree}", inName, row.Name));
        if (context.Unprintable(row.Value) is { Count: > 0 } inValue)
            findings.Add(Said(context, row.ValuePlace, $"{row.Numbered}的{context.Template.Labels.TargetValue}", inValue, row.Value));
    }

    private Finding Said(CheckContext context, Place place, string label, IReadOnlyList<string> characters, string text) =>
        Found(context, place, $"{label}：打印字体里没有“{string.Join('、', characters)}”，这样的目标表无法打印和批复，请改写", text);
}
