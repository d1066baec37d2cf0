namespace PerfTargets.Browser.Tests.Support;

/// <summary>Where what a failed test leaves is to be found: under the directory of the test results, and in it under browser.</summary>
public static class Results
{
    private const string Option = "--results-directory";
    private const int LongestName = 100;

    public static string Directory { get; } = Path.Combine(Of(Environment.GetCommandLineArgs()), "browser");

    /// <returns>A path without an ending.</returns>
    public static string PathFor(string test, int number)
    {
        System.IO.Directory.CreateDirectory(Directory);
        var name = string.Concat(test.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        return Path.Combine(Directory, $"{name[Math.Max(0, name.Length - LongestName)..]}-{number}");
    }

    private static string Of(string[] arguments)
    {
        var at = Array.FindIndex(arguments, argument => argument == Option || argument.StartsWith(Option + "=", StringComparison.Ordinal));
        return at < 0 ? Path.Combine(AppContext.BaseDirectory, "TestResults")
            : arguments[at] != Option ? arguments[at][(Option.Length + 1)..]
            : arguments[at + 1];
    }
}
