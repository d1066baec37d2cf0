using Microsoft.Playwright;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>
/// A test with people at browsers. Whatever a page complains of fails the test; a failed test leaves a picture and a trace of each person's
/// browser among the test results.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Person> _people = [];
    private readonly List<IAsyncDisposable> _own = [];

    public virtual ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chromium.Executable is null, Chromium.IsMissing);
        return ValueTask.CompletedTask;
    }

    /// <summary>A county that goes with the test.</summary>
    protected async Task<County> OwnCountyAsync(Func<Task<County>> create)
    {
        var county = await create();
        _own.Add(county);
        return county;
    }

    /// <summary>Somebody who has just opened a browser.</summary>
    /// <param name="session">Cookies from an earlier time.</param>
    protected async Task<Person> PersonAsync(County county, bool javaScript = true, string? session = null)
    {
        var person = await Person.OpenBrowserAsync(chromium.Browser, county, javaScript, session);
        _people.Add(person);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        var complaints = _people.SelectMany(person => person.Complaints).ToList();
        var failed = complaints.Count > 0 || TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (person, number) in _people.Select((person, index) => (person, index + 1)))
            await person.CloseAsync(failed ? Results.PathFor(TestContext.Current.Test!.TestDisplayName, number) : null);
        foreach (var one in _own)
            await one.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(complaints);
    }
}
