using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Library;

/// <summary>An entry as it is offered for a form.</summary>
/// <param name="Department">The name of the department whose own it is; null for a common one.</param>
public sealed record LibraryHit(Guid Id, LibraryEntry Entry, string? Department)
{
    /// <summary>Whose entry it is, in a word.</summary>
    public string Whose => Department is not null ? "本单位" : Entry.Industry.Length > 0 ? Entry.Industry : "通用";
}

/// <summary>How many entries the same words find for another second-level group of the form.</summary>
public sealed record LibraryElsewhere(IndicatorGroup Group, int Count);

/// <summary>What narrows the list of the library; every part is optional.</summary>
/// <param name="DepartmentId">Only those of this department; <see cref="Common"/> for those of nobody.</param>
public sealed record LibraryFilter(string? Text = null, LibraryCategory? Category = null, Guid? DepartmentId = null, bool Retired = false)
{
    public static readonly Guid Common = Guid.Empty;
}

/// <summary>The 指标库 as it is searched: common entries and a department's own, by Chinese words and by the first letters of their pinyin.</summary>
public sealed class IndicatorLibrary(PerfTargetsDbContext db)
{
    /// <summary>So many are offered at once; who wants another types one more word.</summary>
    public const int MostHits = 20;

    private const int MostWords = 5;
    private const int LongestText = 100;

    /// <summary>Entries for a second-level group: the department's own, then those of its industry, the common ones, those of other industries.</summary>
    public async Task<IReadOnlyList<LibraryHit>> SearchAsync(string? text, IndicatorGroup group, Organisation department, CancellationToken cancel = default)
    {
        var category = LibraryCategories.Of(group);
        var words = WordsOf(text);
        var (id, name, first) = (department.Id, department.Name, words.Count > 0 ? words[0] : "");
        var initials = InitialsOf(first);
        var otherSpelling = " " + initials;
        var found = Offered(words, id).Include(one => one.Department)
            .Where(one => one.Category == category)
            .OrderBy(one => one.DepartmentId != null ? 0 : one.Industry == "" ? 2 : name.Contains(one.Industry) ? 1 : 3)
            .ThenBy(one => one.NameKey.StartsWith(first) || one.Initials.StartsWith(initials) || one.Initials.Contains(otherSpelling) ? 0 : 1)
            .ThenBy(one => one.Initials).ThenBy(one => one.Id);
        return [.. (await found.Take(MostHits).ToListAsync(cancel)).Select(one => new LibraryHit(one.Id, one.Entry, one.Department?.Name))];
    }

    /// <summary>Where else in the form the words would find something; nowhere without words.</summary>
    public async Task<IReadOnlyList<LibraryElsewhere>> ElsewhereAsync(
        string? text, IndicatorGroup group, FormTemplate template, Organisation department, CancellationToken cancel = default)
    {
        if (WordsOf(text) is not { Count: > 0 } words)
            return [];
        var own = LibraryCategories.Of(group);
        var counts = await Offered(words, department.Id).Where(one => one.Category != own)
            .GroupBy(one => one.Category).Select(found => new { found.Key, Count = found.Count() }).ToDictionaryAsync(found => found.Key, found => found.Count, cancel);
        return [.. template.Groups.Select(other => new LibraryElsewhere(other, counts.GetValueOrDefault(LibraryCategories.Of(other)))).Where(other => other.Count > 0)];
    }

    private IQueryable<LibraryIndicator> Offered(IEnumerable<string> words, Guid departmentId) => Matching(db.LibraryIndicators.AsNoTracking(), words)
        .Where(one => !one.IsRetired && (one.DepartmentId == null || one.DepartmentId == departmentId));

    /// <summary>An entry that may go into a form of this department; null when there is none.</summary>
    public async Task<LibraryEntry?> FindAsync(Guid id, IndicatorGroup group, Guid departmentId, CancellationToken cancel = default)
    {
        var category = LibraryCategories.Of(group);
        var found = await db.LibraryIndicators.AsNoTracking().FirstOrDefaultAsync(
            one => one.Id == id && !one.IsRetired && one.Category == category && (one.DepartmentId == null || one.DepartmentId == departmentId), cancel);
        return found?.Entry;
    }

    /// <summary>The library as a person may read it: an administrator all of it, others what is common and their department's own.</summary>
    public async Task<IQueryable<LibraryIndicator>> ListAsync(LibraryFilter filter, Actor person, CancellationToken cancel = default)
    {
        var all = db.LibraryIndicators.AsNoTracking().Include(one => one.Department).AsQueryable();
        if (!person.Has(Role.Administrator))
        {
            var own = await DepartmentIdOfAsync(person, cancel);
            all = all.Where(one => one.DepartmentId == null || one.DepartmentId == own);
        }
        if (filter.Category is { } category)
            all = all.Where(one => one.Category == category);
        if (filter.DepartmentId is { } department)
            all = department == LibraryFilter.Common ? all.Where(one => one.DepartmentId == null) : all.Where(one => one.DepartmentId == department);
        var retired = filter.Retired;
        return Matching(all.Where(one => one.IsRetired == retired), WordsOf(filter.Text))
            .OrderBy(one => one.DepartmentId == null).ThenBy(one => one.Department!.Code).ThenBy(one => one.DepartmentId)
            .ThenBy(one => one.Industry).ThenBy(one => one.Topic).ThenBy(one => one.Initials).ThenBy(one => one.Id);
    }

    /// <summary>The department that the person's organisation belongs to, or is.</summary>
    public Task<Guid> DepartmentIdOfAsync(Actor person, CancellationToken cancel = default) =>
        db.Organisations.Where(one => one.Id == person.OrganisationId)
            .Select(one => one.Kind == OrganisationKind.Unit && one.ParentId != null ? one.ParentId.Value : one.Id).SingleAsync(cancel);

    private static List<string> WordsOf(string? typed)
    {
        var text = TypedText.Line(typed);
        if (TypedText.Refusal(text) is not null)
            return [];
        return [.. (text.Length > LongestText ? text[..LongestText] : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Take(MostWords).Select(word => CompactText.Of(word).Text)];
    }

    /// <summary>A word as <see cref="PinyinInitials"/> would write it.</summary>
    private static string InitialsOf(string word) => word.ToLowerInvariant();

    /// <summary>Each word stands in the name, its initials, or what else is said of the entry.</summary>
    private static IQueryable<LibraryIndicator> Matching(IQueryable<LibraryIndicator> all, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var initials = InitialsOf(word);
            all = all.Where(one => one.NameKey.Contains(word) || one.Initials.Contains(initials)
                || one.Topic.Contains(word) || one.Industry.Contains(word) || one.Explanation.Contains(word));
        }
        return all;
    }
}
