namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>What official files are handed out as. The PDF is the official one; the others are for working on.</summary>
public enum OfficialFormat
{
    Pdf,
    Xlsx,
    Docx,
}

public static class OfficialFormats
{
    /// <summary>The end of a file's name, which is the format's name in addresses and on the command line too.</summary>
    public static string Extension(this OfficialFormat format) => format switch
    {
        OfficialFormat.Xlsx => "xlsx",
        OfficialFormat.Docx => "docx",
        _ => "pdf",
    };

    /// <summary>What people call it.</summary>
    public static string Word(this OfficialFormat format) => format switch
    {
        OfficialFormat.Xlsx => "Excel",
        OfficialFormat.Docx => "Word",
        _ => "PDF",
    };

    public static string ContentType(this OfficialFormat format) => format switch
    {
        OfficialFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        OfficialFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/pdf",
    };

    /// <summary>The format of a name, null when there is none.</summary>
    public static OfficialFormat? Find(string name) =>
        Enum.GetValues<OfficialFormat>().Where(format => format.Extension() == name).Cast<OfficialFormat?>().FirstOrDefault();
}
