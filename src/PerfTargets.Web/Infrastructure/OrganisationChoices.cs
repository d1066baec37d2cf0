using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Infrastructure;

public sealed record OrganisationNode(Organisation Organisation, int Depth);

/// <summary>The county's organisations in the order of a tree: the finance office with its sections, then departments with their units, by code.</summary>
public static class OrganisationChoices
{
    public static async Task<IReadOnlyList<OrganisationNode>> OrganisationTreeAsync(this PerfTargetsDbContext db, CancellationToken cancel)
    {
        var all = await db.Organisations.AsNoTracking().ToListAsync(cancel);
        var byParent = all.ToLookup(one => one.ParentId);
        return
        [
            .. from root in Ordered(byParent[null])
               from node in Ordered(byParent[root.Id]).Select(child => new OrganisationNode(child, 1)).Prepend(new OrganisationNode(root, 0))
               select node,
        ];
    }

    public static IReadOnlyList<Choice> AsChoices(this IEnumerable<OrganisationNode> nodes) =>
        [.. nodes.Select(node => new Choice(node.Organisation.Id.ToString(), (node.Depth > 0 ? "　" : "") + node.Organisation.Name))];

    private static IOrderedEnumerable<Organisation> Ordered(IEnumerable<Organisation> organisations) => organisations
        .OrderBy(one => one.Kind == OrganisationKind.FinanceOffice ? 0 : 1)
        .ThenBy(one => one.Code is null).ThenBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal);
}
