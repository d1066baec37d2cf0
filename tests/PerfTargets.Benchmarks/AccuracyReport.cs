using PerfTargets.Core.Checks;
using PerfTargets.TestKit.Labelled;

namespace PerfTargets.Benchmarks;

/// <summary>Precision and recall of each check on the labelled forms, the forms on which it errs, and how codes of more than one severity are weighed.</summary>
static class AccuracyReport
{
    /// <param name="bureaus">Only these; all of them when none is named.</param>
    public static void Write(string[] bureaus)
    {
        LabelledForm[] forms = [.. (bureaus.Length > 0 ? bureaus : LabelledForms.Bureaus).SelectMany(LabelledForms.Of)];
        Console.WriteLine($"\n{forms.Length} labelled forms. A form counts once per code.\n\n| code | severity | right | false | missed | precision | recall | errs on |\n|---|---|---|---|---|---|---|---|");
        var accuracy = CheckAccuracy.Of(forms);
        foreach (var one in accuracy)
        {
            var off = one.Check.IsOff(LabelledForms.Template) ? " off" : "";
            var errs = string.Join(' ', one.False.Select(id => "+" + id).Concat(one.Missed.Select(id => "-" + id)));
            Console.WriteLine(FormattableString.Invariant(
                $"| {one.Check.Code}{off} | {one.Check.DefaultSeverity.Letter()} | {one.Right.Count} | {one.False.Count} | {one.Missed.Count} | {one.Precision:0.00} | {one.Recall:0.00} | {errs} |"));
        }
        Console.WriteLine("\nSeverity, where the label says it.\n\n| code | as labelled | otherwise | where (labelled, found) |\n|---|---|---|---|");
        foreach (var one in accuracy.Where(one => one.Weighed.Count > 0))
        {
            var others = one.Weighed.Where(form => !form.Agrees).ToList();
            Console.WriteLine($"| {one.Check.Code} | {one.Weighed.Count - others.Count} | {others.Count} | "
                + $"{string.Join(' ', others.Select(form => $"{form.Id}({form.Labelled.Letter()},{form.Found.Letter()})"))} |");
        }
    }
}
