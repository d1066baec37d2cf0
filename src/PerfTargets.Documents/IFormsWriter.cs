namespace PerfTargets.Documents;

/// <summary>Makes files of official tables in one format, each from the same <see cref="TableGrid"/>. Safe for all threads.</summary>
public interface IFormsWriter
{
    /// <summary>Begins a file.</summary>
    /// <param name="info">What the file says of itself. With what is built in, the same input gives the same bytes.</param>
    /// <param name="to">Where the bytes go as they are complete; left open, need not be seekable.</param>
    IFormsFile Begin(DocumentInfo info, Stream to);
}

/// <summary>A file while forms are added to it one by one, so that with the built-in engine a PDF of any length needs the memory of one form.</summary>
public interface IFormsFile : IDisposable
{
    /// <summary>Prints a form from a new page (in a workbook: a new sheet). Of the first the attachment line is printed.</summary>
    /// <exception cref="ArgumentException">A text is longer than the format can hold.</exception>
    void Add(OfficialTable table);

    /// <summary>Ends the file; without it the bytes are no file. A file without a form has one empty page.</summary>
    void Finish();
}

/// <summary>Whole files at once.</summary>
public static class FormsWriters
{
    /// <summary>Prints forms into one file in memory.</summary>
    public static byte[] Render(this IFormsWriter writer, IEnumerable<OfficialTable> tables, DocumentInfo info)
    {
        using var bytes = new MemoryStream();
        writer.Write(tables, info, bytes);
        return bytes.ToArray();
    }

    /// <summary>Prints forms into one file, taking them one by one.</summary>
    public static void Write(this IFormsWriter writer, IEnumerable<OfficialTable> tables, DocumentInfo info, Stream to)
    {
        using var file = writer.Begin(info, to);
        foreach (var table in tables) file.Add(table);
        file.Finish();
    }
}
