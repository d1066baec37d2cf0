namespace PerfTargets.Web.Tests.Forms.Randomised;

/// <summary>What somebody does in a window with the form, or what happens to them.</summary>
internal enum EditAct
{
    Type,
    AddRow,
    RemoveRow,
    MoveRow,
    UndoRow,

    /// <summary>自动保存, answered.</summary>
    Autosave,

    /// <summary>The answer comes only after more was typed.</summary>
    AutosaveSlowly,

    /// <summary>自动保存 arrives, its answer does not.</summary>
    AutosaveUnheard,

    /// <summary>自动保存 does not arrive.</summary>
    AutosaveLost,

    /// <summary>保存草稿.</summary>
    Save,

    /// <summary>A button is pressed twice, or its post sent again.</summary>
    SaveTwice,

    /// <summary>A row's button as it works without JavaScript.</summary>
    PressRowButton,

    /// <summary>Two windows save at one time.</summary>
    SaveTogether,
    AnswerConflict,
    Reload,

    /// <summary>What could not be saved is taken from the browser's storage after reloading.</summary>
    RestoreDraft,

    /// <summary>The session is over when saving; the person signs in again.</summary>
    SessionOver,
}

/// <param name="Which">Of what is there to be chosen from, and by it how.</param>
internal sealed record EditStep(EditAct Act, int Tab, int Which, int How)
{
    private static readonly (EditAct Act, int Weight)[] Weights =
    [
        (EditAct.Type, 45), (EditAct.AddRow, 4), (EditAct.RemoveRow, 6), (EditAct.MoveRow, 3), (EditAct.UndoRow, 3),
        (EditAct.Autosave, 14), (EditAct.AutosaveSlowly, 5), (EditAct.AutosaveUnheard, 6), (EditAct.AutosaveLost, 2),
        (EditAct.Save, 5), (EditAct.SaveTwice, 2), (EditAct.PressRowButton, 5), (EditAct.SaveTogether, 4),
        (EditAct.AnswerConflict, 6), (EditAct.Reload, 2), (EditAct.RestoreDraft, 2), (EditAct.SessionOver, 1),
    ];

    private static readonly int Total = Weights.Sum(one => one.Weight);

    public static IReadOnlyList<EditStep> Draw(Random random) =>
        [.. Enumerable.Range(0, random.Next(6, 22)).Select(_ => new EditStep(ActOf(random.Next(Total)), random.Next(3), random.Next(1000), random.Next(1000)))];

    private static EditAct ActOf(int number)
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
