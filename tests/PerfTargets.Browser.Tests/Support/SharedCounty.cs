using System.Collections.Concurrent;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>A county for all tests of a class that change nothing in it.</summary>
public abstract class SharedCounty(Func<Task<County>> create) : IAsyncDisposable
{
    private readonly Lazy<Task<County>> _county = new(create);
    private readonly ConcurrentDictionary<string, string> _sessions = new();

    public Task<County> GetAsync() => _county.Value;

    /// <summary>The cookies of somebody who has signed in, from the first time on.</summary>
    public async Task<string> SessionAsync(string account, Func<Task<string>> signIn) =>
        _sessions.TryGetValue(account, out var session) ? session : _sessions.GetOrAdd(account, await signIn());

    public async ValueTask DisposeAsync()
    {
        if (_county.IsValueCreated)
            await (await _county.Value).DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class SeasonCounty() : SharedCounty(Season.CreateAsync);

public sealed class CountyWithDrafts() : SharedCounty(County.WithDraftsAsync);
