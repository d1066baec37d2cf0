namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>How official files are asked for.</summary>
public sealed record OfficialPrint(OfficialFormat Format, RequirementLabels RequirementLabels = RequirementLabels.Print);

/// <summary>
/// Whether a 公开件 has the words （必填…） behind its second levels, which are said to who fills in and not to the public. 送审件 and drafts
/// always have them.
/// </summary>
public enum RequirementLabels
{
    /// <summary>As the form was approved, and as its PDF was kept then.</summary>
    Print,

    /// <summary>Left out; the PDF is drawn anew and is not the one that was kept.</summary>
    Omit,
}

public static class RequirementLabelChoices
{
    /// <summary>The choice's name in addresses and on the command line.</summary>
    public const string Parameter = "requirementLabels";

    public static string Key(this RequirementLabels labels) => labels == RequirementLabels.Omit ? "omit" : "print";

    /// <summary>What people choose.</summary>
    public static string Word(this RequirementLabels labels) => labels == RequirementLabels.Omit ? "公开件不印" : "照印";

    /// <summary>The choice of a name; null when there is none of that name. Without one the words are printed.</summary>
    public static RequirementLabels? Find(string? key) => key is null ? RequirementLabels.Print
        : Enum.GetValues<RequirementLabels>().Where(labels => labels.Key() == key).Cast<RequirementLabels?>().FirstOrDefault();
}
