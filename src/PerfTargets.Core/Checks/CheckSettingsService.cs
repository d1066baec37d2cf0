using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>How a year's checks are tuned. The layout of the year's form is not touched by it; each change raises the template's revision.</summary>
public sealed class CheckSettingsService(PerfTargetsDbContext db)
{
    /// <returns>The revision that now holds, the same as before when nothing was changed; null when there is no such year.</returns>
    /// <exception cref="FluentValidation.ValidationException">Something typed cannot be used, or others have changed the settings since.</exception>
    public async Task<int?> ChangeAsync(int number, CheckSettingsInput input, CancellationToken cancel = default)
    {
        if (await db.Years.SingleOrDefaultAsync(one => one.Year == number, cancel) is not { } year)
            return null;
        var settings = input.Read();
        SeenOf(year).Require(input.Seen, new Seen(("校验设置", "")));
        if (JsonNode.DeepEquals(NodeOf(settings), NodeOf(year.Template.Checks)))
            return year.Template.Revision;
        var template = JsonNode.Parse(year.TemplateJson)!.AsObject();
        var revision = year.Template.Revision + 1;
        (template["revision"], template["checks"]) = (revision, NodeOf(settings));
        year.UseTemplate(template.ToJsonString(FormTemplate.Json));
        year.Touch();
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved between our look and our commit: the second look meets what they saved.
            db.ChangeTracker.Clear();
            return await ChangeAsync(number, input, cancel);
        }
        return revision;
    }

    public static Seen SeenOf(BudgetYear year) => new(("校验设置", $"第 {year.Template.Revision} 版"));

    private static JsonNode NodeOf(IReadOnlyDictionary<string, CheckSettings> settings) =>
        JsonSerializer.SerializeToNode(settings.OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Value), FormTemplate.Json)!;
}
