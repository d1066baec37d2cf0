namespace PerfTargets.Core.Checks;

/// <summary>Finds a person's name where the words around it leave no doubt: behind 负责人：, before 同志.</summary>
internal sealed class PersonalNames(CheckContext context)
{
    private const int LongestGiven = 2;

    private static readonly WordList Roles = new("X5", "roles", "冒号后面是姓名的词");
    private static readonly WordList Titles = new("X5", "titles", "跟在姓名后面的称呼");
    private static readonly WordList Followers = new("X5", "followers", "冒号后的姓名后面可以有的词");
    private static readonly WordList Doings = new("X5", "doings", "无冒号的姓名后面还可以有的词（由管理员某某某专人管护）");
    private static readonly WordList Charges = new("X5", "charges", "由某人做的事（由某某某负责）");
    private static readonly WordList Surnames = new("X5", "surnames", "姓氏");
    private static readonly WordList NoNames = new("X5", "noNames", "以姓氏开头而不是姓名的词，一个字的还有结尾是它的词");
    private static readonly WordList Places = new("X5", "places", "地名、单位名的结尾");

    private readonly IReadOnlyList<string> _roles = Roles.Of(context), _titles = Titles.Of(context), _followers = Followers.Of(context),
        _doings = [.. Followers.Of(context), .. Doings.Of(context)], _charges = Charges.Of(context),
        _surnames = Surnames.Of(context), _noNames = NoNames.Of(context), _places = Places.Of(context);

    public static IReadOnlyList<WordList> Lists => [Roles, Titles, Followers, Doings, Charges, Surnames, NoNames, Places];

    public static bool MayStandIn(CheckContext context, string text) => text.Contains('由') || Texts.HasAny(text, Roles.Of(context)) || Texts.HasAny(text, Titles.Of(context));

    public IEnumerable<string> In(string text)
    {
        foreach (var role in _roles)
        {
            for (var at = text.IndexOf(role, StringComparison.Ordinal); at >= 0; at = text.IndexOf(role, at + 1, StringComparison.Ordinal))
            {
                var behind = at + role.Length;
                if ((behind < text.Length && text[behind] == ':' ? BehindColon(text, behind + 1) : Beside(text, behind, end => Ends(text, end, _doings))) is { } name)
                    yield return name;
            }
        }
        for (var at = text.IndexOf('由'); at >= 0; at = text.IndexOf('由', at + 1))
        {
            // 由于资金管理 names nobody.
            if (at + 1 < text.Length && text[at + 1] != '于' && Beside(text, at + 1, end => StartsAny(text, end, _charges)) is { } name)
                yield return name;
        }
        foreach (var title in _titles)
        {
            for (var at = text.IndexOf(title, StringComparison.Ordinal); at >= 0; at = text.IndexOf(title, at + 1, StringComparison.Ordinal))
            {
                if (BeforeTitle(text, at) is { } name)
                    yield return name + title;
            }
        }
    }

    private string? BehindColon(string text, int start)
    {
        if (SurnameAt(text, start) is not { } surname)
            return null;
        for (var given = LongestGiven; given > 0; given--)
        {
            var end = start + surname.Length + given;
            if (end <= text.Length && IsHan(text, start, end) && Ends(text, end, _followers) && !IsNoName(text, start, end))
                return text[start..end];
        }
        return null;
    }

    /// <summary>Without a colon only a name of three characters, with what leaves no doubt behind it: 负责人方案已报 begins like a name.</summary>
    private string? Beside(string text, int start, Func<int, bool> endsAt)
    {
        if (SurnameAt(text, start) is not { } surname)
            return null;
        var end = start + surname.Length + LongestGiven;
        return end <= text.Length && IsHan(text, start, end) && endsAt(end) && !IsNoName(text, start, end)
            ? text[start..end]
            : null;
    }

    private string? BeforeTitle(string text, int title)
    {
        for (var length = 1 + LongestGiven; length > 0; length--)
        {
            var start = title - length;
            // A name that begins amid other characters may be part of a longer word.
            if (start < 0 || (start > 0 && Han.Is(text[start - 1])) || SurnameAt(text, start) is not { } surname || surname.Length > length)
                continue;
            if (IsHan(text, start, title) && !IsNoName(text, start, title))
                return text[start..title];
        }
        return null;
    }

    private string? SurnameAt(string text, int start)
    {
        foreach (var surname in _surnames)
        {
            if (text.AsSpan(Math.Min(start, text.Length)).StartsWith(surname, StringComparison.Ordinal))
                return surname;
        }
        return null;
    }

    private bool IsNoName(string text, int start, int end)
    {
        var candidate = text.AsSpan(start, end - start);
        foreach (var word in _noNames)
        {
            if (candidate.StartsWith(word, StringComparison.Ordinal) || (word.Length == 1 && candidate.EndsWith(word, StringComparison.Ordinal)))
                return true;
        }
        return IsPlace(text, start, end);
    }

    /// <summary>马莲河, 龙湾街道: the word for a place ends what looks like a name, or goes on from it.</summary>
    private bool IsPlace(string text, int start, int end)
    {
        foreach (var word in _places)
        {
            for (var at = Math.Max(start + 1, end - word.Length); at <= end; at++)
            {
                if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                    return true;
            }
        }
        return false;
    }

    private static bool Ends(string text, int end, IReadOnlyList<string> followers) =>
        end == text.Length || !Han.Is(text[end]) || StartsAny(text, end, followers);

    private static bool StartsAny(string text, int at, IReadOnlyList<string> words) => Texts.LeadOf(text.AsSpan(at), words) is not null;

    private static bool IsHan(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!Han.Is(text[i]))
                return false;
        }
        return true;
    }
}
