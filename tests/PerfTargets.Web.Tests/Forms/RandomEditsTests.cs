using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Randomised;
using PerfTargets.Web.Tests.Forms.Randomised;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>
/// Three windows of two people on one form, who type, save, lose requests and answers, reload and decide, in any order: whatever the server has
/// acknowledged stands in the database, and goes only by the hand of somebody who had seen it.
/// </summary>
public sealed class RandomEditsTests
{
    private const int Runs = 260;

    [Theory]
    [EachDatabase]
    public async Task Whatever_was_acknowledged_stands_in_the_database(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        using var sessions = new Sessions(scene.County);

        await new RandomRuns(provider == DatabaseProvider.Sqlite ? 1 : 1 + Runs, Runs).HoldAsync(
            Environment.ProcessorCount, EditStep.Draw, async steps =>
            {
                using var run = await EditRun.BeginAsync(scene, sessions, colleague);
                foreach (var step in steps)
                    await run.DoAsync(step);
                await run.EndAsync();
            });
    }
}
