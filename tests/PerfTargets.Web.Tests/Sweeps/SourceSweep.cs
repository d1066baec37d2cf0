using System.Text.RegularExpressions;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Library;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Tests.Sweeps;

public sealed partial class SourceSweep
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src", "PerfTargets.Web"), "*.cshtml", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void A_page_has_nothing_inline_and_nothing_raw(string page)
    {
        var text = RazorComment().Replace(File.ReadAllText(Path.Combine(Root, page)), "");

        Assert.DoesNotContain("Html.Raw", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineStyle(), text);
        Assert.DoesNotMatch(InlineScript(), text);
        Assert.DoesNotMatch(InlineHandler(), text);
        Assert.DoesNotMatch(OtherSite(), text);
        Assert.DoesNotMatch(IndexedExpression(), text);
    }

    [Theory]
    [InlineData(typeof(FormStatus))]
    [InlineData(typeof(FormAction))]
    [InlineData(typeof(OrganisationKind))]
    [InlineData(typeof(FindingSeverity))]
    [InlineData(typeof(LibraryCategory))]
    [InlineData(typeof(Role))]
    public void Every_value_has_a_word_of_its_own(Type type)
    {
        var words = Enum.GetValues(type).Cast<object>().Where(value => value is not Role.None).Select(Word).ToList();

        Assert.All(words, word => Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}+$", word));
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void Core_knows_nothing_of_the_web()
    {
        var project = File.ReadAllText(Path.Combine(Root, "src", "PerfTargets.Core", "PerfTargets.Core.csproj"));
        var references = typeof(TargetForm).Assembly.GetReferencedAssemblies().Select(one => one.Name!);

        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.Contains("Sdk=\"Microsoft.NET.Sdk\"", project, StringComparison.Ordinal);
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
            && name is not ("Microsoft.AspNetCore.Identity.EntityFrameworkCore" or "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore"));
    }

    [Fact]
    public void Documents_knows_nothing_of_the_other_two()
    {
        var project = File.ReadAllText(Path.Combine(Root, "src", "PerfTargets.Documents", "PerfTargets.Documents.csproj"));
        var references = System.Reflection.Assembly.Load("PerfTargets.Documents").GetReferencedAssemblies().Select(one => one.Name!);

        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
        // The package with the elements of XLSX and DOCX draws nothing and knows nothing of forms.
        Assert.All(references.Where(name => !name.StartsWith("DocumentFormat.OpenXml", StringComparison.Ordinal)),
            name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    private static string Word(object value) => value switch
    {
        FormStatus status => status.Word(),
        FormAction action => action.Word(),
        OrganisationKind kind => kind.Word(),
        FindingSeverity severity => severity.Word(),
        LibraryCategory category => category.Word(),
        Role role => role.Word(),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PerfTargets.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex("@\\*.*?\\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex("<style|\\sstyle\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex("<script(?![^>]*\\ssrc=)|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("\\son[a-z]+\\s*=\\s*[\"']", RegexOptions.IgnoreCase)]
    private static partial Regex InlineHandler();

    [GeneratedRegex("(?:src|href|action)\\s*=\\s*[\"'](?:https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex OtherSite();

    [GeneratedRegex("asp-for\\s*=\\s*\"[^\"]*\\[", RegexOptions.IgnoreCase)]
    private static partial Regex IndexedExpression();
}
