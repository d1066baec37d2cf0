using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.QuestPdf;

/// <summary>What the product looks for when its setting names this engine.</summary>
public sealed class QuestPdfBackend : IPdfBackend
{
    public string Library => "QuestPDF " + QuestPdfLibrary.Version;

    public IReadOnlyList<string> Licenses => QuestPdfLibrary.Licenses;

    public Uri LicenseText => new($"https://github.com/QuestPDF/QuestPDF/blob/{QuestPdfLibrary.Version}/LICENSE.md");

    public IPdfEngine Create(FontSet fonts, string license)
    {
        QuestPdfLibrary.SetUp(license);
        return new QuestPdfEngine(fonts);
    }
}

/// <summary>An engine over QuestPDF: our grid, lines and pages, drawn by the library.</summary>
sealed class QuestPdfEngine(FontSet fonts) : IPdfEngine
{
    /// <remarks>To be raised with every change of this assembly that can alter the bytes of a file.</remarks>
    public string Name => $"PerfTargets QuestPDF 1 ({QuestPdfLibrary.Version})";

    public IFormsFile Begin(DocumentInfo info, Stream to) => new QuestPdfFile(fonts, info, Name, to);
}
