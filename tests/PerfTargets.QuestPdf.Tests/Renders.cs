using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Tests;

namespace PerfTargets.QuestPdf.Tests;

static class Renders
{
    static readonly Lazy<IPdfEngine> LazyEngine = new(() =>
    {
        // What the library offers for trying it out; the versions under the MIT licence know no licences.
        QuestPdfLibrary.SetUp("Evaluation");
        return new QuestPdfEngine(FontSet.Embedded);
    });

    public static IPdfEngine Engine => LazyEngine.Value;

    /// <summary>Whether the library is of the line under the MIT licence, which is another in a few places.</summary>
    public static bool IsMit => QuestPdfLibrary.Licenses is ["MIT"];

    public static byte[] Render(params OfficialTable[] tables) => Engine.Render(tables, Prints.Info);
}
