namespace PerfTargets.Browser.Tests.Randomised;

internal enum EditorAct
{
    Type,
    AddRow,
    RemoveRow,
    MoveRow,
    UndoRow,

    /// <summary>Three seconds pass, and the page saves by itself.</summary>
    Pause,

    /// <summary>As before; the answer comes only after the next word was typed.</summary>
    PauseWithSlowAnswer,

    /// <summary>As before; the request arrives, its answer does not.</summary>
    PauseWithoutAnswer,

    /// <summary>As before; the network is gone for a while.</summary>
    PauseOffline,

    /// <summary>保存草稿.</summary>
    Save,

    /// <summary>The way to both texts, and a decision about each.</summary>
    Decide,

    /// <summary>What could not be saved is offered and accepted.</summary>
    ReloadAndRestore,

    ReloadAndDrop,
}

/// <param name="Who">Which of the two.</param>
/// <param name="Which">Of what is there to be chosen from, and by it how.</param>
internal sealed record EditorStep(EditorAct Act, int Who, int Which, int How)
{
    private static readonly (EditorAct Act, int Weight)[] Weights =
    [
        (EditorAct.Type, 40), (EditorAct.AddRow, 4), (EditorAct.RemoveRow, 5), (EditorAct.MoveRow, 3), (EditorAct.UndoRow, 2),
        (EditorAct.Pause, 12), (EditorAct.PauseWithSlowAnswer, 14), (EditorAct.PauseWithoutAnswer, 4), (EditorAct.PauseOffline, 3),
        (EditorAct.Save, 3), (EditorAct.Decide, 4), (EditorAct.ReloadAndRestore, 3), (EditorAct.ReloadAndDrop, 1),
    ];

    private static readonly int Total = Weights.Sum(one => one.Weight);

    public static IReadOnlyList<EditorStep> Draw(Random random) =>
        [.. Enumerable.Range(0, random.Next(10, 22)).Select(_ => new EditorStep(ActOf(random.Next(Total)), random.Next(2), random.Next(1000), random.Next(1000)))];

    private static EditorAct ActOf(int number)
    {
        foreach (var (act, weight) in Weights)
        {
            if (number < weight)
                return act;
            number -= weight;
        }
        throw new ArgumentOutOfRangeException(nameof(number));
    }
}
