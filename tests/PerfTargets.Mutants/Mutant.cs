using Microsoft.CodeAnalysis;

namespace PerfTargets.Mutants;

/// <summary>One small change of the code, switched on while the tests are asked whether they notice.</summary>
/// <param name="Id">What the changed assembly knows it by.</param>
/// <param name="What">What stands there, and what instead.</param>
internal sealed record Mutant(int Id, string File, int Line, string What, string Key = "")
{
    /// <summary>Marks the node that holds the switch, so that an error of the compiler leads back to it.</summary>
    public const string Annotation = "mutant";

    /// <summary>The class that the changed assembly asks, once in each place, whether to do otherwise.</summary>
    public const string Switch = """
        namespace PerfTargets.Mutants;

        internal static class Switch
        {
            public static int Active = -1;
            public static int Left = int.MaxValue;
            public static bool[]? Asked;

            public static bool On(int id)
            {
                if (Asked is { } asked)
                    asked[id] = true;
                if (--Left < 0)
                    throw new System.TimeoutException("A mutant that goes on and on.");
                return id == Active;
            }
        }
        """;

    public static int IdOf(SyntaxAnnotation annotation) => int.Parse(annotation.Data!, System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => $"{File}:{Line}  {What}";
}
