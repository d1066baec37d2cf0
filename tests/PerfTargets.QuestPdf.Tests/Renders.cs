using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Tests;

namespace PerfTargets.QuestPdf.Tests;

static class Renders
{
    public static QuestPdfBackend Backend { get; } = new();

    // What is made under any licence is the same; no file of the tests leaves them.
    public static IPdfEngine Engine { get; } = Backend.Create(FontSet.Embedded, Backend.Licenses[0]);

    public static byte[] Render(params OfficialTable[] tables) => Engine.Render(tables, Prints.Info);
}
