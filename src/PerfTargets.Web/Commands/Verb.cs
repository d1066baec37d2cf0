namespace PerfTargets.Web.Commands;

/// <summary>One thing the program does besides serving.</summary>
/// <param name="Words">How it is called, such as "forms import".</param>
/// <param name="Parameters">What stands behind it, for the usage.</param>
/// <param name="Does">What it does, in one line.</param>
/// <param name="Options">The options it knows.</param>
/// <param name="MostValues">How many values it takes beside options.</param>
/// <param name="RunAsync">Does it and gives the exit code.</param>
public sealed record Verb(
    string Words, string Parameters, string Does, IReadOnlyList<string> Options, int MostValues, Func<Arguments, CommandConsole, Task<int>> RunAsync)
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        MigrateVerb.Verb,
        AdminCreateVerb.Verb,
        FormsImportVerb.Verb,
        FormsCheckVerb.Verb,
        FormsExportVerb.Verb,
        HealthVerb.Verb,
    ];

    /// <summary>The verb at the beginning of the arguments, with how many words it takes.</summary>
    public static (Verb Verb, int Words)? Find(IReadOnlyList<string> args)
    {
        foreach (var verb in All)
        {
            var words = verb.Words.Split(' ');
            if (args.Take(words.Length).SequenceEqual(words, StringComparer.Ordinal))
                return (verb, words.Length);
        }
        return null;
    }
}
