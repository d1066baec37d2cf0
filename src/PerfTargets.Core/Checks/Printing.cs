using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>C8: a character that no font in use has. Such a form cannot be approved, and only its filler can rewrite it.</summary>
public sealed class PrintableText : Check
{
    public override string Code => "C8";
    public override string Title => "所填文字均能打印";
    public override string Explanation => "打印所用的字体里都没有这个字，目标表无法打印和批复，须换一种写法。";
    public override string Example => "表情符号“😀”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context) => CheckOutcome.Of(
        from field in FormFields.Head(context.Form, context.Template).Concat(FormFields.Rows(context.Form, context.Template))
        let characters = context.Unprintable(field.Text)
        where characters.Count > 0
        select Found(context, field.Place, $"{field.Label}：打印字体里没有“{string.Join('、', characters)}”，这样的目标表无法打印和批复，请改写", field.Text));
}
