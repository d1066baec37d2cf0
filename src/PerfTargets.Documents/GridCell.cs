using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents;

/// <summary>A cell of the official table, or several merged into one.</summary>
/// <param name="Row">The first row, from 0.</param>
/// <param name="Col">The first column, from 0.</param>
/// <param name="Text">
/// The exact text; paragraphs are separated by a line feed. Indent and line breaks are layout and never part of it.
/// </param>
public sealed record GridCell(int Row, int Col, string Text)
{
    /// <summary>How many rows the cell covers.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>How many columns the cell covers.</summary>
    public int ColSpan { get; init; } = 1;

    /// <summary>Where the text stands in the width of the cell; in the height it is centred.</summary>
    public CellAlign Align { get; init; } = CellAlign.Left;

    /// <summary>Whether the text is bold.</summary>
    public bool Bold { get; init; }

    internal FontRole Role => Bold ? FontRole.Label : FontRole.Text;

    /// <summary>What the cell heads: TH with this scope, or <see cref="HeaderScope.None"/> for a TD.</summary>
    public HeaderScope Scope { get; init; }

    /// <summary>Room left of the text in em.</summary>
    public int IndentEm { get; init; }

    /// <summary>When the text breaks before an opening bracket.</summary>
    public BracketBreak Bracket { get; init; }
}

/// <summary>Where a text stands in the width of its cell.</summary>
public enum CellAlign
{
    /// <summary>At the left, all full lines drawn out to the width.</summary>
    Left,

    /// <summary>Each line in the middle.</summary>
    Center,

    /// <summary>In the middle while it is one line, at the left once it wraps (in HTML: a left-aligned inline block, centred).</summary>
    CenterSingle,
}

/// <summary>What a cell heads (ISO 32000-1, table 349, Scope).</summary>
public enum HeaderScope
{
    /// <summary>Nothing: a data cell.</summary>
    None,

    /// <summary>The cells right of it.</summary>
    Row,

    /// <summary>The cells below it.</summary>
    Column,
}

/// <summary>When a label breaks before （. Inside （必填） it breaks only if the bracket alone is too wide.</summary>
public enum BracketBreak
{
    /// <summary>The bracket is text like any other.</summary>
    None,

    /// <summary>When the label does not fit on one line.</summary>
    WhenNeeded,

    /// <summary>Always, for 项目资金（万元）, which stands on two lines beside its rows.</summary>
    Always,
}
