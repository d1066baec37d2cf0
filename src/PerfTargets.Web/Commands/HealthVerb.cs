using System.Globalization;

namespace PerfTargets.Web.Commands;

/// <summary>Asks the running program whether it is ready, for a container's health check; the image needs no other tool for that.</summary>
public static class HealthVerb
{
    private const string DefaultUrl = "http://localhost:5000";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Verb Verb { get; } = new(
        "health", "[--url 网址]", "询问正在运行的网站是否就绪（/health/ready）；就绪时退出码为 0，否则为 3", ["--url"], 0, RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CommandConsole console)
    {
        var url = arguments.Option("--url") ?? Address(CommandHost.Configuration(arguments));
        var address = Uri.TryCreate(url, UriKind.Absolute, out var site) && site.Scheme is ("http" or "https")
            ? new Uri(site, "/health/ready")
            : throw new CommandRefusedException($"“{url}”不是网址，应写成 http://localhost:8080 的样子");
        // The program asks itself: no proxy between, and its certificate names the site, not localhost.
        using var handler = new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false };
        if (address.IsLoopback)
            handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(address);
            var text = (await answer.Content.ReadAsStringAsync()).Trim();
            if (!answer.IsSuccessStatusCode)
                throw new CommandRefusedException($"{address} 未就绪：{(int)answer.StatusCode} {text}", ExitCode.OutOfReach);
            await console.WriteLineAsync(text);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            throw new CommandRefusedException($"{address} 没有回答：{e.Message}", ExitCode.OutOfReach);
        }
    }

    /// <summary>Where the program listens by its own settings, seen from the same machine.</summary>
    public static string Address(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(one => one["Url"]).OfType<string>();
        var urls = endpoints.Any() ? endpoints : (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var url = urls.OrderBy(one => one.StartsWith("https:", StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        if (url is not null)
            return Local(url);
        var port = (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        return port is null ? DefaultUrl : string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
    }

    private static string Local(string url)
    {
        var address = BindingAddress.Parse(url);
        var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}");
    }
}
