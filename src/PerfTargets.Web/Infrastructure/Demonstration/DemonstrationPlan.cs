using System.Text.Json;
using System.Text.Json.Serialization;
using PerfTargets.Core.Data.Seed;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Infrastructure.Demonstration;

/// <summary>The demonstration as data: who there is, which forms are imported, which are filled in and by whom they are acted on.</summary>
public sealed record DemonstrationPlan(
    int Year, int DeadlineAfterDays, int ClosesToBureausAfterDays, int ClosesToReviewersAfterDays, string Password,
    IReadOnlyList<PlannedOrganisation> Organisations, IReadOnlyList<PlannedPerson> Staff,
    IReadOnlyList<PlannedImport> Imports, IReadOnlyList<PlannedForm> FilledIn)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static DemonstrationPlan Shipped { get; } =
        JsonSerializer.Deserialize<DemonstrationPlan>(SeedFiles.Read("demonstration.json"), Json) ?? throw new JsonException("The plan cannot be null.");
}

/// <param name="Section">The 业务股室 in charge of a department.</param>
public sealed record PlannedOrganisation(string Name, OrganisationKind Kind, string? Code = null, string? Parent = null, string? Section = null);

public sealed record PlannedPerson(string UserName, string DisplayName, string Organisation, Role Role);

/// <param name="Tables">Which tables of the file, from 1.</param>
public sealed record PlannedImport(
    string File, IReadOnlyList<int> Tables, ImportAs As, string? ApprovalDocument = null, DateOnly? ApprovalDate = null);

/// <param name="Table">Which table of the file, from 1.</param>
/// <param name="By">Who fills it in.</param>
public sealed record PlannedForm(string File, int Table, string By, IReadOnlyList<PlannedAction> Actions);

public sealed record PlannedAction(string By, FormAction Action, string? Opinion = null);
