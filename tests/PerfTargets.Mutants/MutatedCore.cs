using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfTargets.Mutants;

/// <summary>PerfTargets.Core compiled once with the switches of all mutants in it.</summary>
internal sealed record MutatedCore(byte[] Assembly, IReadOnlyList<Mutant> Mutants, int Refused)
{
    private const string Name = "PerfTargets.Core";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    /// <summary>Mutants that make no sense, such as a variable without its value, are found by compiling and left out.</summary>
    /// <param name="folder">Of the project, with its source.</param>
    /// <param name="built">Of the tests, with all that the project refers to.</param>
    /// <param name="isMutated">By a file's path within the project.</param>
    public static MutatedCore Compile(string folder, string built, Predicate<string> isMutated)
    {
        var original = Original(folder, built);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var mutants = new List<Mutant>();
            var mutated = original.AddSyntaxTrees(Parse(Mutant.Switch, "Switch.cs"));
            foreach (var tree in original.SyntaxTrees)
            {
                var file = Path.GetRelativePath(folder, tree.FilePath);
                if (!isMutated(file))
                    continue;
                var mutator = new Mutator(original.GetSemanticModel(tree), Path.GetFileName(file), refused, mutants);
                mutated = mutated.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(mutator.Visit(tree.GetRoot())!, tree.Options));
            }
            using var image = new MemoryStream();
            var result = mutated.Emit(image, manifestResources: Resources(built));
            if (result.Success)
                return new MutatedCore(image.ToArray(), mutants, refused.Count);
            var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            var culprits = errors.SelectMany(Culprits).Distinct().ToList();
            if (culprits.Count == 0)
                throw new InvalidOperationException($"The changed code does not compile, and no mutant is to blame: {errors[0]}");
            refused.UnionWith(culprits.Select(id => mutants[id].Key));
        }
    }

    /// <summary>The project as it is, with what its generators write.</summary>
    private static Compilation Original(string folder, string built)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true };
        List<SyntaxTree> trees =
        [
            .. Directory.EnumerateFiles(folder, "*.cs", options)
                .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                .Select(file => Parse(File.ReadAllText(file), file)),
            Parse("""
                global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
                global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
                [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("PerfTargets.Core.Tests")]
                """, "Usings.cs"),
        ];
        var runtime = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var references = runtime.Split(Path.PathSeparator).Concat(Directory.EnumerateFiles(built, "*.dll"))
            .DistinctBy(Path.GetFileName).Where(file => Path.GetFileName(file) != Name + ".dll")
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(Name, trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([RegexGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return generated;
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Parsing, path, System.Text.Encoding.UTF8);

    /// <summary>That of the regular expressions, from the reference pack beside the runtime.</summary>
    private static IIncrementalGenerator RegexGenerator()
    {
        const string name = "System.Text.RegularExpressions.Generator";
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var pack = Directory.GetDirectories(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"), $"{Environment.Version.Major}.*").Max(StringComparer.Ordinal)!;
        var assembly = System.Reflection.Assembly.LoadFrom(Path.Combine(pack, "analyzers", "dotnet", "cs", name + ".dll"));
        return (IIncrementalGenerator)Activator.CreateInstance(assembly.GetType(name + ".RegexGenerator", throwOnError: true)!)!;
    }

    private static IEnumerable<ResourceDescription> Resources(string built)
    {
        var assembly = System.Reflection.Assembly.LoadFrom(Path.Combine(built, Name + ".dll"));
        return assembly.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => assembly.GetManifestResourceStream(name)!, isPublic: true));
    }

    /// <summary>The mutant within which an error stands; where a variable lacks its value, those that stand around what gives it one.</summary>
    private static IEnumerable<int> Culprits(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree)
            return [];
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        // Use of an unassigned variable, and an out parameter without a value.
        if (error.Id is "CS0165" or "CS0177" && node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member)
        {
            var name = error.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1];
            var givers = member.DescendantNodes().Where(other => other is SingleVariableDesignationSyntax designation && designation.Identifier.Text == name
                || other is AssignmentExpressionSyntax assignment && assignment.Left.ToString() == name);
            return givers.SelectMany(giver => giver.AncestorsAndSelf()).SelectMany(Ids).Concat(node.AncestorsAndSelf().SelectMany(Ids).Take(1));
        }
        return node.AncestorsAndSelf().SelectMany(Ids).Take(1);
    }

    private static IEnumerable<int> Ids(SyntaxNode node) => node.GetAnnotations(Mutant.Annotation).Select(Mutant.IdOf);
}
