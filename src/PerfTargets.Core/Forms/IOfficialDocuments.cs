namespace PerfTargets.Core.Forms;

/// <summary>Makes the official file of a form. Core knows that there is one; how it is drawn is Documents' business, and the host joins the two.</summary>
public interface IOfficialDocuments
{
    /// <summary>The PDF of an approved form, from its snapshot alone; with the built-in engine the same snapshot gives the same bytes.</summary>
    byte[] ApprovedPdf(SnapshotDocument snapshot);

    /// <summary>The characters of a text that no font in use can print, each as a sentence names it: 😀 U+1F600.</summary>
    IReadOnlyList<string> Unprintable(string text);
}

/// <summary>A character that no font has would be a box in the file. It is told, with its place, before a file is made.</summary>
public static class Printability
{
    /// <summary>The forms that a refusal names; of the others it says how many they are.</summary>
    public const int MostNamed = 20;

    /// <summary>What cannot be printed and where, each like 😀 U+1F600（年度总体目标）.</summary>
    public static IReadOnlyList<string> Unprintable(this IOfficialDocuments documents, TargetForm form)
    {
        var (content, template) = (form.Content, form.BudgetYear!.Template);
        return
        [
            .. from field in FormFields.Head(content, template).Concat(FormFields.Rows(content, template))
               let characters = documents.Unprintable(field.Text)
               where characters.Count > 0
               select $"{string.Join('、', characters)}（{field.Label}）",
        ];
    }

    /// <param name="otherwise">What was not done, and what to do.</param>
    /// <exception cref="RequestRefusedException">The form has characters that cannot be printed.</exception>
    public static void RequirePrintable(this IOfficialDocuments documents, TargetForm form, string otherwise)
    {
        if (documents.Unprintable(form) is { Count: > 0 } characters)
            throw new RequestRefusedException($"{Named(form, characters)}。{otherwise}");
    }

    /// <param name="otherwise">What was not done, and what to do.</param>
    /// <exception cref="RequestRefusedException">Forms have characters that cannot be printed: all are told, not one at each try.</exception>
    public static async Task RequirePrintableAsync(this IOfficialDocuments documents, IAsyncEnumerable<TargetForm> forms, string otherwise)
    {
        var (named, others) = (new List<string>(), 0);
        await foreach (var form in forms)
        {
            if (documents.Unprintable(form) is not { Count: > 0 } characters)
                continue;
            if (named.Count < MostNamed)
                named.Add(Named(form, characters));
            else
                others++;
        }
        if (named.Count > 0)
            throw new RequestRefusedException($"{string.Join('；', named)}{(others > 0 ? $"；另有 {others} 份目标表也有这样的字符" : "")}。{otherwise}");
    }

    private static string Named(TargetForm form, IReadOnlyList<string> characters) =>
        $"“{form.ProjectName}”中有打印字体没有的字符：{string.Join('、', characters)}";
}
