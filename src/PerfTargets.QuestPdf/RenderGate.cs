namespace PerfTargets.QuestPdf;

/// <summary>
/// One rendering at a time in the process. Renderings that overlap have left files of QuestPDF, of 2026.7.1 too, with text that looks right
/// and reads back as U+0000 (QuestPDF's issues 1447 and 1448); no version is known to be free of it.
/// </summary>
static class RenderGate
{
    static readonly Lock Gate = new();

    public static T Run<T>(Func<T> render)
    {
        lock (Gate) return render();
    }
}
