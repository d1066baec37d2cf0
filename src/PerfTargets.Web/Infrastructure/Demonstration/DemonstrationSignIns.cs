using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Infrastructure.Demonstration;

public sealed record DemonstrationAccount(string UserName, Role Roles, string Organisation);

/// <summary>The accounts of the demonstration, for the sign-in page; registered in Development only.</summary>
public interface IDemonstrationAccounts
{
    string Password { get; }

    /// <summary>Empty while that data is not loaded.</summary>
    Task<IReadOnlyList<DemonstrationAccount>> ListAsync(CancellationToken cancel);
}

public sealed class DemonstrationSignIns(DemonstrationLoader loader) : IDemonstrationAccounts
{
    public string Password => DemonstrationPlan.Shipped.Password;

    public async Task<IReadOnlyList<DemonstrationAccount>> ListAsync(CancellationToken cancel) => await loader.IsLoadedAsync(cancel)
        ? [.. DemonstrationPlan.Shipped.Staff.Select(person => new DemonstrationAccount(person.UserName, person.Role, person.Organisation))]
        : [];
}
