using System.Collections.Frozen;
using System.Security.Cryptography;

namespace PerfTargets.Core.Organisations;

/// <summary>What a password of a person's own must be: long and not among the first guesses. Composition is a site's setting, not a rule.</summary>
public static class PasswordRules
{
    private const int MostCharacters = 128;
    private const int FewestDistinctCharacters = 4;
    private const int OneTimeGroups = 3;
    private const int OneTimeGroupLength = 4;
    private const string OneTimeAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly FrozenSet<string> Common = ReadCommon();

    /// <summary>The sentence that says what is wrong; null when the password will do.</summary>
    public static string? Refusal(string? password, string userName, SignInSettings settings)
    {
        if (string.IsNullOrEmpty(password))
            return "请填写新密码";
        if (password.Length < settings.PasswordLength)
            return $"新密码至少 {settings.PasswordLength} 个字符，现在有 {password.Length} 个，请加长";
        if (password.Length > MostCharacters)
            return $"新密码最多 {MostCharacters} 个字符，现在有 {password.Length} 个，请缩短";
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
            return "新密码不能包含用户名，请换一个";
        if (password.Distinct().Count() < FewestDistinctCharacters || IsCommon(password))
            return "新密码太常见，容易被猜中，请换一个";
        if (KindsOf(password) < settings.PasswordCharacterKinds)
            return $"新密码须包含大写字母、小写字母、数字、其他符号中的至少 {settings.PasswordCharacterKinds} 种";
        return null;
    }

    /// <summary>A password to read over the telephone: no characters that look alike, about 59 bits.</summary>
    public static string NewOneTimePassword() => Grouped(RandomNumberGenerator.GetString(OneTimeAlphabet, OneTimeGroups * OneTimeGroupLength));

    /// <summary>What was typed for the account: where that has a one-time password, capitals, blanks and missing hyphens do not count.</summary>
    public static string AsTyped(string typed, StaffMember? staff)
    {
        if (staff is not { MustChangePassword: true })
            return typed;
        var plain = string.Concat(typed.ToLowerInvariant().Where(c => c != '-' && !char.IsWhiteSpace(c)));
        return plain.Length == OneTimeGroups * OneTimeGroupLength && plain.All(OneTimeAlphabet.Contains) ? Grouped(plain) : typed;
    }

    private static string Grouped(string plain) => string.Join('-', plain.Chunk(OneTimeGroupLength).Select(group => new string(group)));

    private static int KindsOf(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0)
        + (password.Any(c => !char.IsUpper(c) && !char.IsLower(c) && !char.IsDigit(c)) ? 1 : 0);

    /// <summary>Also with digits and signs before or behind the word, which is how a list word is made to pass a rule.</summary>
    private static bool IsCommon(string password)
    {
        var text = password.ToLowerInvariant();
        return Common.Contains(text) || Common.Contains(text.Trim([.. "0123456789!@#$%^&*._-+=~?"])) || IsRun(text);
    }

    private static bool IsRun(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();
        return steps.TrueForAll(step => step is 1 or -9) || steps.TrueForAll(step => step is -1 or 9);
    }

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("PerfTargets.Core.Organisations.common-passwords.txt")!;
        return new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
