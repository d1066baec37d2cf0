using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Tests.Deployment;

namespace PerfTargets.Web.Tests.Sweeps;

/// <summary>Scripts and stylesheets: how heavy they are, and whether pages and stylesheets know the same classes.</summary>
public sealed partial class AssetSweep
{
    /// <summary>Of all scripts and stylesheets together, in bytes as they travel.</summary>
    private const int HeaviestAssets = 60 * 1024;

    /// <summary>Razor's expressions have quotes and parentheses of their own.</summary>
    private const string AnExpression = @"@(?:[\w.]+)?(?:\((?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\)(?:\.\w+)*)?";

    private static readonly string Site = Repository.Path("src", "PerfTargets.Web");
    private static readonly string Assets = Path.Combine(Site, "wwwroot");

    [Fact]
    public async Task All_scripts_and_stylesheets_together_are_served_in_60_KB()
    {
        using var client = (await TestApp.SharedAsync(DatabaseProvider.Sqlite)).CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        var files = FilesOf(Assets, ".css").Concat(FilesOf(Assets, ".js")).Select(file => Path.GetRelativePath(Assets, file)).ToList();

        var served = new List<(string File, int Bytes)>();
        foreach (var file in files)
        {
            var answer = await client.GetAsync(new Uri("/" + file, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((file, "gzip"), (file, Assert.Single(answer.Content.Headers.ContentEncoding)));
            served.Add((file, (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length));
        }

        Assert.Contains(served, one => one.File.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(served, one => one.File.EndsWith(".js", StringComparison.Ordinal));
        Assert.True(served.Sum(one => one.Bytes) <= HeaviestAssets, $"{served.Sum(one => one.Bytes)} bytes: {string.Join(", ", served.OrderByDescending(one => one.Bytes))}");
    }

    [Fact]
    public void Every_class_that_a_page_or_script_gives_stands_in_a_stylesheet_or_is_looked_for_by_a_script()
    {
        var looked = FilesOf(Assets, ".js").SelectMany(file => Looked().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value);
        var known = StyledClasses().Concat(looked).ToHashSet(StringComparer.Ordinal);

        var given = GivenClasses();

        Assert.Contains("visually-hidden", given);
        Assert.Contains("tag-red", given);
        Assert.Contains("foot-notices", given);
        Assert.Equal([], given.Where(one => one.EndsWith('-') ? !known.Any(name => name.StartsWith(one, StringComparison.Ordinal)) : !known.Contains(one)));
    }

    [Fact]
    public void A_stylesheet_speaks_of_no_class_that_nobody_gives()
    {
        string[] extensions = [".cshtml", ".cs", ".js"];
        var words = extensions.SelectMany(extension => FilesOf(Site, extension)).SelectMany(file => Quoted().Matches(File.ReadAllText(file)))
            .SelectMany(match => match.Groups["names"].Value.Split(' '));

        var given = GivenClasses().Concat(words).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], StyledClasses().Where(name => !given.Contains(name) && !given.Any(one => one.EndsWith('-') && name.StartsWith(one, StringComparison.Ordinal))));
    }

    private static HashSet<string> StyledClasses() =>
        [.. FilesOf(Assets, ".css").SelectMany(file => Selector().Matches(Comment().Replace(File.ReadAllText(file), "")))
            .SelectMany(selector => ClassName().Matches(selector.Value)).Select(match => match.Groups["name"].Value)];

    /// <summary>Names, and beginnings of names (<c>depth-</c>) where the rest is a number.</summary>
    private static HashSet<string> GivenClasses()
    {
        var pages = FilesOf(Site, ".cshtml").SelectMany(file => InMarkup(File.ReadAllText(file)));
        var code = FilesOf(Path.Combine(Site, "Pages"), ".cs").SelectMany(file => InCode().Matches(File.ReadAllText(file))).Select(match => match.Groups["names"].Value);
        var scripts = FilesOf(Assets, ".js").SelectMany(file => InScript().Matches(File.ReadAllText(file)))
            .SelectMany(match => Literal().Matches(match.Groups["names"].Value)).Select(match => match.Groups["names"].Value);
        return [.. pages.Concat(code).Concat(scripts).SelectMany(names => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
    }

    private static IEnumerable<string> InMarkup(string page)
    {
        foreach (var value in ClassAttribute().Matches(page).Select(match => match.Groups["value"].Value))
        {
            yield return Expression().Replace(value, "");
            foreach (var expression in Expression().Matches(value).Select(match => match.Value))
            {
                foreach (Match literal in Chosen().Matches(expression))
                    yield return literal.Groups["names"].Value;
            }
        }
    }

    private static IEnumerable<string> FilesOf(string folder, string extension) =>
        Directory.EnumerateFiles(folder, "*" + extension, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Site, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[^{}]*(?=\{)")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\.(?<name>[A-Za-z][\w-]*)")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"\bclass=""(?<value>(?:" + AnExpression + @"|[^""@])*)""")]
    private static partial Regex ClassAttribute();

    [GeneratedRegex(AnExpression)]
    private static partial Regex Expression();

    /// <summary>What an expression comes to, not what it compares.</summary>
    [GeneratedRegex(@"[?:]\s*""(?<names>[^""]*)""")]
    private static partial Regex Chosen();

    [GeneratedRegex(@"class=\\""(?<names>[^""\\]*)\\""|""(?<names>tag-[a-z]+|bad|warn)""")]
    private static partial Regex InCode();

    [GeneratedRegex("""\bclass: (?<names>"[^"]*")|\bclassName = (?<names>[^;]*);|\bclassList\.(?:add|toggle)\((?<names>"[^"]*")""")]
    private static partial Regex InScript();

    [GeneratedRegex(@"=== ""[^""]*""|""(?<names>[^""]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"""(?<names>[\w -]*)""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""(?:querySelector(?:All)?|closest|matches)\("[^"]*\.(?<name>[a-z][\w-]*)""")]
    private static partial Regex Looked();
}
