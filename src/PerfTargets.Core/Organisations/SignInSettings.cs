namespace PerfTargets.Core.Organisations;

/// <summary>How strict signing in is: section "SignIn" of the configuration.</summary>
public sealed class SignInSettings
{
    public const string Section = "SignIn";

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public int LockoutFailures { get; set; } = 5;

    public int LockoutMinutes { get; set; } = 15;

    public int PasswordLength { get; set; } = 10;

    /// <summary>How many of upper case, lower case, digits and other characters a password must mix; 1 demands nothing.</summary>
    public int PasswordCharacterKinds { get; set; } = 1;

    /// <summary>Rounds of PBKDF2-SHA512; a stored hash of fewer is renewed at the next sign-in.</summary>
    public int PasswordIterations { get; set; } = 210_000;

    public int OneTimePasswordHours { get; set; } = 72;

    /// <summary>A session ends after so long without a request.</summary>
    public int IdleMinutes { get; set; } = 240;

    /// <summary>A session ends so long after signing in, whatever happens in it.</summary>
    public int SessionHours { get; set; } = 12;
}
