using System.Collections.Concurrent;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms.Randomised;

/// <summary>Browsers in which people are signed in, handed from run to run: signing in each time would cost more than all that a run is about.</summary>
internal sealed class Sessions(TestCounty county) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, ConcurrentBag<TestBrowser>> _free = new();

    public async Task<TestBrowser> TakeAsync(StaffMember staff) =>
        _free.GetOrAdd(staff.Id, _ => []).TryTake(out var browser) ? browser : await county.BrowserOfAsync(staff);

    public void GiveBack(StaffMember staff, TestBrowser browser) => _free.GetOrAdd(staff.Id, _ => []).Add(browser);

    public void Dispose()
    {
        foreach (var browser in _free.Values.SelectMany(one => one))
            browser.Dispose();
    }
}
