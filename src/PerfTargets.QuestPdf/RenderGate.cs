namespace PerfTargets.QuestPdf;

/// <summary>
/// One rendering at a time in the process. Renderings that overlap have been reported, for 2026.7.1 too, to leave files whose text looks
/// right and reads back as U+0000; no version is known to be free of it.
/// </summary>
static class RenderGate
{
    static readonly Lock Gate = new();

    public static T Run<T>(Func<T> render)
    {
        lock (Gate) return render();
    }
}
