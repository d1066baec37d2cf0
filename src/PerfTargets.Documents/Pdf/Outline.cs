namespace PerfTargets.Documents.Pdf;

/// <summary>The bookmarks of a file with several forms (ISO 32000-1, 12.3.3).</summary>
sealed class Outline
{
    readonly List<(string Title, int Page)> _items = [];

    public void Add(string title, int page) => _items.Add((title, page));

    public void AddFirst(string title, int page) => _items.Insert(0, (title, page));

    /// <returns>The root, or null: one form needs no bookmark.</returns>
    public int? Write(PdfFile file)
    {
        if (_items.Count < 2) return null;
        var root = file.Reserve();
        int[] ids = [.. _items.Select(_ => file.Reserve())];
        for (var i = 0; i < ids.Length; i++)
        {
            var to = file.Begin(ids[i]).Raw("<</Title "u8).Text(_items[i].Title.ReplaceLineEndings(" ")).Raw("/Parent "u8).Ref(root)
                .Raw("/Dest["u8).Ref(_items[i].Page).Raw("/Fit]"u8);
            if (i > 0) to.Raw("/Prev "u8).Ref(ids[i - 1]);
            if (i < ids.Length - 1) to.Raw("/Next "u8).Ref(ids[i + 1]);
            to.Raw(">>"u8);
        }
        file.Begin(root).Raw("<</Type/Outlines/First "u8).Ref(ids[0]).Raw("/Last "u8).Ref(ids[^1]).Raw("/Count "u8).Int(ids.Length).Raw(">>"u8);
        return root;
    }
}
