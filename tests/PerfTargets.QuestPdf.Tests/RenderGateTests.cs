using System.Collections;
using PerfTargets.Documents;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Tests;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.QuestPdf.Tests;

public class RenderGateTests
{
    [Fact]
    public void Two_renderings_never_overlap()
    {
        var (inside, most) = (0, 0);
        Renders.Render(SeedForms.All[0]);
        var threads = new Thread[2];
        for (var i = 0; i < threads.Length; i++)
        {
            var other = 1 - i;
            var table = SeedForms.All[i] with { Levels = new Watched(SeedForms.All[i].Levels, () => Meet(other)) };
            // Another engine, as another part of the program might have.
            threads[i] = new Thread(() => new QuestPdfEngine(Documents.Fonts.FontSet.Embedded).Render([table], Prints.Info));
        }

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(1, most);

        // Called while a form is rendered: goes on once the other thread is here too, or held up, or done.
        void Meet(int other)
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            SpinWait.SpinUntil(() => Volatile.Read(ref inside) > 1 || (threads[other].ThreadState & (ThreadState.WaitSleepJoin | ThreadState.Stopped)) != 0);
            most = Math.Max(most, Volatile.Read(ref inside));
            Interlocked.Decrement(ref inside);
        }
    }

    [Fact]
    public void Files_of_many_threads_read_back_as_those_of_one()
    {
        var alone = SeedForms.All.Select(form => PdfText.Pages(Renders.Render(form))).ToArray();
        var together = new IReadOnlyList<string>[8];

        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = PdfText.Pages(Renders.Render(SeedForms.All[i % 4])));

        Assert.All(together.Index(), one => Assert.Equal(alone[one.Index % 4], one.Item));
    }

    sealed class Watched(IReadOnlyList<IndicatorLevel> levels, Action onRead) : IReadOnlyList<IndicatorLevel>
    {
        public IndicatorLevel this[int index] => levels[index];

        public int Count
        {
            get
            {
                onRead();
                return levels.Count;
            }
        }

        public IEnumerator<IndicatorLevel> GetEnumerator() => levels.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
