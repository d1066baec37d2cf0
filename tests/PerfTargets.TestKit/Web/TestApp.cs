using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.TestKit.Web;

/// <summary>
/// The whole web application over a test database and a clock that stands still until it is moved. Tests of one provider share an app with
/// <see cref="SharedAsync"/>, each with a <see cref="TestCounty"/> of its own; who moves the clock or changes settings makes an own app.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    /// <summary>A Wednesday in February 2027, eleven in the morning in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2027, 2, 10, 3, 0, 0, TimeSpan.Zero);

    private static readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<TestApp>>> Shared = new();

    private readonly bool _ownsDatabase;
    private readonly IReadOnlyDictionary<string, string?> _settings;

    private TestApp(TestDatabase database, bool ownsDatabase, IReadOnlyDictionary<string, string?> settings)
    {
        (Database, _ownsDatabase, _settings) = (database, ownsDatabase, settings);
        ClientOptions.AllowAutoRedirect = false;
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; } = new(Start);

    /// <summary>What the application wrote at level Warning and above.</summary>
    public ConcurrentQueue<string> Warnings { get; } = new();

    public static Task<TestApp> SharedAsync(DatabaseProvider provider) =>
        Shared.GetOrAdd(provider, static one => new(() => CreateAsync(one))).Value;

    /// <summary>An app and a database of the test's own.</summary>
    public static async Task<TestApp> CreateAsync(DatabaseProvider provider, params (string Key, string Value)[] settings) =>
        new(await TestDatabase.CreateAsync(provider), ownsDatabase: true, settings.ToDictionary(one => one.Key, one => (string?)one.Value));

    /// <summary>Another process, so to speak, on a database that is there; or the same one after a restart.</summary>
    public static TestApp On(TestDatabase database, params (string Key, string Value)[] settings) =>
        new(database, ownsDatabase: false, settings.ToDictionary(one => one.Key, one => (string?)one.Value));

    /// <summary>Serves on a free loopback port, for a real browser.</summary>
    /// <returns>The address.</returns>
    public Uri Listen()
    {
        // With its port given here the framework sets it while the program may be starting already, and on a busy machine too late.
        UseKestrel();
        StartServer();
        return ClientOptions.BaseAddress;
    }

    /// <summary>A browser without JavaScript: cookies, forms, no redirects followed unless asked.</summary>
    public TestBrowser NewBrowser() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>Does something with the application's own services, as one request would.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task WithAsync<TService>(Func<TService, Task> work)
        where TService : notnull => WithAsync<TService, int>(async service =>
    {
        await work(service);
        return 0;
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDatabase)
            await Database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        // As settings of the host they are there before the program reads its first one.
        foreach (var (key, value) in Database.Settings.Append(new("SignIn:PasswordIterations", "1")).Concat(_settings))
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new WarningRecorder(Warnings)).SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Time);
        });
    }

    private sealed class WarningRecorder(ConcurrentQueue<string> into) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            into.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
