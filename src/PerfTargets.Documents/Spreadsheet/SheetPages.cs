namespace PerfTargets.Documents.Spreadsheet;

/// <summary>The pages that a sheet is printed on: each takes as many rows as it has room for.</summary>
/// <remarks>
/// How many there are must be known, for the pages of the next sheet count on from there. A program in whose fonts the sheet is wider
/// makes it smaller, so that a page would hold more rows; hence the breaks are written down, which LibreOffice keeps to. Excel
/// makes its own, in its own 宋体 the same.
/// </remarks>
sealed class SheetPages
{
    readonly List<int> _breaks = [];

    /// <param name="heights">Of the rows, in points.</param>
    /// <param name="header">The rows, from 0, that are repeated on the pages below them.</param>
    /// <param name="page">The height of a page, in points.</param>
    /// <param name="most">On how many pages the sheet is made to fit where at full size it would take more.</param>
    public SheetPages(IReadOnlyList<double> heights, (int First, int Last)? header, double page, int most)
    {
        var room = page;
        for (var row = 0; row < heights.Count; row++)
        {
            if (heights[row] > room)
            {
                _breaks.Add(row);
                room = page;
                if (header is var (first, last) && row > last) room -= heights.Take(first..(last + 1)).Sum();
            }
            room -= heights[row];
        }
        Count = _breaks.Count + 1;
        if (Count <= most) return;
        Count = most;
        _breaks.Clear();
    }

    public int Count { get; }

    /// <summary>The rows, from 0, that begin a page; none where there is one, or the sheet is made smaller.</summary>
    public IReadOnlyList<int> Breaks => _breaks;

    /// <summary>The height that the sheet is fitted to, in pages; 0 for one whose breaks are kept.</summary>
    public uint FitToHeight => _breaks.Count > 0 ? 0 : (uint)Count;
}
