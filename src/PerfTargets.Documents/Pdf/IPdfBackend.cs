using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A second engine in an assembly of its own, over a library that a deployment brings along and has a licence for.</summary>
public interface IPdfBackend
{
    /// <summary>The library with its version.</summary>
    string Library { get; }

    /// <summary>The kinds of licence that the library knows, of which the deployment must name its own.</summary>
    IReadOnlyList<string> Licenses { get; }

    /// <summary>Where the text of the licence is to be read.</summary>
    Uri LicenseText { get; }

    /// <param name="fonts">The faces to print with.</param>
    /// <param name="license">One of <see cref="Licenses"/>; it counts for the whole process.</param>
    IPdfEngine Create(FontSet fonts, string license);
}

/// <summary>The engines that a program may have been built with.</summary>
public static class PdfBackends
{
    /// <summary>The one over QuestPDF, looked for by name, so that the source is the same whether or not it was built in; null when it was not.</summary>
    public static IPdfBackend? QuestPdf =>
        Type.GetType("PerfTargets.QuestPdf.QuestPdfBackend, PerfTargets.QuestPdf") is { } type ? (IPdfBackend)Activator.CreateInstance(type)! : null;
}
