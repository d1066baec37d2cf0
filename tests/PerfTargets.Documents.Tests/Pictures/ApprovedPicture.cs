using System.Runtime.CompilerServices;

namespace PerfTargets.Documents.Tests.Pictures;

/// <summary>Compares pages with a picture that somebody looked at and approved.</summary>
static class ApprovedPicture
{
    /// <summary>Set to any value, it makes the pictures of the tests that run the approved ones. Look at them before they are committed.</summary>
    const string Approving = "PERFTARGETS_APPROVE_PICTURES";

    const double MostOnTheWhole = 1.5, MostAtAPlace = 56;

    /// <param name="pages">The first and last page to look at, from 1; all when left out.</param>
    public static void AssertLooksAs(string name, byte[] pdf, (int First, int Last)? pages = null)
    {
        var received = Draw(pdf, pages);
        var approved = Path.Combine(Folder(), name + ".png");
        if (Environment.GetEnvironmentVariable(Approving) is { Length: > 0 }) File.WriteAllBytes(approved, received.ToPng());

        var expected = File.Exists(approved) ? GrayPicture.FromPng(File.ReadAllBytes(approved)) : null;
        if (Difference(received, expected) is { } difference) Fail(difference);

        void Fail(string reason)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Results(Environment.GetCommandLineArgs()), "pictures")).FullName;
            var path = Path.Combine(folder, name + ".png");
            File.WriteAllBytes(path, received.ToPng());
            Assert.Fail($"{name}: {reason}.\nReceived: {path}\nApproved: {approved}\nIf the received one is right, run the test again with {Approving}=1 and commit the picture.");
        }
    }

    /// <summary>What is not alike, in words; null when the pictures look the same.</summary>
    public static string? Difference(GrayPicture received, GrayPicture? expected)
    {
        if (expected is null) return "there is no approved picture";
        if ((expected.Width, expected.Height) != (received.Width, received.Height)) return "another size or another number of pages";
        var (mean, most) = received.DifferenceFrom(expected);
        return mean <= MostOnTheWhole && most <= MostAtAPlace ? null
            : $"{mean:0.00} of 255 darker or lighter on the whole (at most {MostOnTheWhole}), {most:0} at the worst place (at most {MostAtAPlace})";
    }

    public static GrayPicture Draw(byte[] pdf, (int First, int Last)? pages = null)
    {
        var (first, last) = pages ?? (1, 9);
        var folder = Directory.CreateTempSubdirectory("perftargets-picture-").FullName;
        try
        {
            Tools.RunIn(folder, "pdftoppm", pdf, "-gray", "-r", "50", "-f", $"{first}", "-l", $"{last}", "file.pdf", "page");
            return GrayPicture.Row([.. Directory.GetFiles(folder, "*.pgm").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Select(GrayPicture.FromPgm)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The directory of the test results, TestResults unless the runner says another.</summary>
    static string Results(string[] arguments)
    {
        var at = Array.IndexOf(arguments, "--results-directory");
        return at < 0 || at + 1 == arguments.Length ? Path.Combine(AppContext.BaseDirectory, "TestResults") : arguments[at + 1];
    }

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Approved");
}
