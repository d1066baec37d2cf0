namespace PerfTargets.TestKit.Office;

/// <summary>A cell of a table as the file has it, or several merged into one.</summary>
public sealed record OfficeCell(int Row, int Col, string Text, int RowSpan, int ColSpan);
