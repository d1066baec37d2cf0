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
            var to = file.Begin(ids[i]).Raw("<</Title ").Text(_items[i].Title.ReplaceLineEndings(" ")).Raw("/Parent ").Ref(root)
                .Raw("/Dest[").Ref(_items[i].Page).Raw("/Fit]");
            if (i > 0) to.Raw("/Prev ").Ref(ids[i - 1]);
            if (i < ids.Length - 1) to.Raw("/Next ").Ref(ids[i + 1]);
            to.Raw(">>");
        }
        file.Begin(root).Raw("<</Type/Outlines/First ").Ref(ids[0]).Raw("/Last ").Ref(ids[^1]).Raw("/Count ").Int(ids.Length).Raw(">>");
        return root;
    }
}
