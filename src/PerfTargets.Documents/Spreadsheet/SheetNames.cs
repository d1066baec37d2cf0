using System.Globalization;
using PerfTargets.Documents.Office;

namespace PerfTargets.Documents.Spreadsheet;

/// <summary>
/// Names of the sheets of one file: the projects' names, as far as Excel takes them. It wants 1 to 31 UTF-16 units, none of []:*?/\,
/// no apostrophe at the ends, each name once whatever its case, and keeps History for itself.
/// </summary>
sealed class SheetNames
{
    const int Longest = 31;
    const string Nameless = "目标表", Reserved = "History";

    readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { Reserved };

    public string Of(string project)
    {
        var name = Cut(string.Concat(OfficeText.Clean(project).Select(Legal)).Trim().Trim('\'', ' '), Longest);
        if (name.Length == 0) name = Nameless;
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"（{i}）");
            unique = Cut(name, Longest - number.Length) + number;
        }
        return unique;
    }

    static char Legal(char c) => char.IsControl(c) ? ' ' : "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? '_' : c;

    static string Cut(string name, int length)
    {
        if (name.Length <= length) return name;
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd('\'', ' ');
    }
}
