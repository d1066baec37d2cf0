namespace PerfTargets.Web.Infrastructure.Demonstration;

/// <summary>Section "Demonstration" of the configuration.</summary>
public sealed class DemonstrationSettings
{
    public const string Section = "Demonstration";

    /// <summary>Load demonstration data into an empty database. Unset, it is loaded in Development; set outside Development, the program does not start.</summary>
    public bool? Load { get; set; }
}
