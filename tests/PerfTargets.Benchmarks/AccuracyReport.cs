using PerfTargets.Core.Checks;
using PerfTargets.TestKit.Labelled;

namespace PerfTargets.Benchmarks;

/// <summary>Precision and recall of each check on the labelled forms, and the forms on which it errs.</summary>
static class AccuracyReport
{
    /// <param name="bureaus">Only these; all of them when none is named.</param>
    public static void Write(string[] bureaus)
    {
        LabelledForm[] forms = [.. (bureaus.Length > 0 ? bureaus : LabelledForms.Bureaus).SelectMany(LabelledForms.Of)];
        Console.WriteLine($"\n{forms.Length} labelled forms. A form counts once per code.\n\n| code | severity | right | false | missed | precision | recall | errs on |\n|---|---|---|---|---|---|---|---|");
        foreach (var one in CheckAccuracy.Of(forms))
        {
            var off = one.Check.IsOff(LabelledForms.Template) ? " off" : "";
            var errs = string.Join(' ', one.False.Select(id => "+" + id).Concat(one.Missed.Select(id => "-" + id)));
            Console.WriteLine(FormattableString.Invariant(
                $"| {one.Check.Code}{off} | {one.Check.DefaultSeverity.Letter()} | {one.Right.Count} | {one.False.Count} | {one.Missed.Count} | {one.Precision:0.00} | {one.Recall:0.00} | {errs} |"));
        }
    }
}
