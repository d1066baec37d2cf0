using Microsoft.Playwright;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>
/// How long after the address was opened a key typed in the first empty field shows, and how long until the editor takes notice of it (有未保存的修改):
/// then its scripts are there. In Chromium on a processor made slower, with nothing of the editor in the browser's cache.
/// </summary>
static class FirstInput
{
    const int Runs = 9, Slower = 4, Wait = 120_000;

    /// <summary>Notes the moments, in milliseconds since the navigation began.</summary>
    const string Watch =
        """
        (() => {
          const times = window.firstInput = {};
          const look = () => {
            if (times.field === undefined) {
              const field = Array.from(document.querySelectorAll("#edit textarea, #edit input:not([type])")).find((one) => one.value === "" && one.getClientRects().length > 0);
              if (field) {
                times.field = performance.now();
                field.focus();
              }
            }
            if (document.querySelector("#saved.unsaved")) times.noticed = performance.now();
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
          document.addEventListener("input", () => requestAnimationFrame(() => { times.typed = times.typed || performance.now(); }), true);
        })();
        """;

    public static async Task RunAsync(EditorApp app)
    {
        if (Programs.Find("chromium", "chromium-browser", "google-chrome") is not { } path)
        {
            Console.WriteLine("\nFirst input: skipped, there is no Chromium");
            return;
        }
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        Console.WriteLine($"\nFirst input, Chromium {browser.Version}, processor {Slower} times slower, ms after the navigation began, best of {Runs} and median:\n");
        Console.WriteLine("| form | the field is there | a key shows in it | the editor takes notice |\n|---|---|---|---|");
        foreach (var rows in (int[])[30, 500])
        {
            var form = await app.AddFormAsync(rows);
            var times = new List<Times>();
            for (var run = 0; run < Runs; run++) times.Add(await MeasureAsync(browser, app, form));
            Console.WriteLine($"| {rows} indicators | {Figures(one => one.Field)} | {Figures(one => one.Typed)} | {Figures(one => one.Noticed)} |");

            string Figures(Func<Times, double> moment) => FormattableString.Invariant($"{times.Min(moment):0}, {Throughput.Middle(times.Select(moment)):0}");
        }
    }

    static async Task<Times> MeasureAsync(IBrowser browser, EditorApp app, EditedForm form)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = app.Address.ToString(), Locale = "zh-CN", ViewportSize = new() { Width = 1366, Height = 768 } });
        context.SetDefaultTimeout(Wait);
        context.SetDefaultNavigationTimeout(Wait);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("用户名").FillAsync(form.UserName);
        await page.GetByLabel("密码").FillAsync(TestKit.Web.TestCounty.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        await (await context.NewCDPSessionAsync(page)).SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slower });
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(form.Path, new() { WaitUntil = WaitUntilState.Commit });
        while (!await page.EvaluateAsync<bool>("() => firstInput.noticed !== undefined")) await page.Keyboard.PressAsync("9");
        return await page.EvaluateAsync<Times>("() => firstInput");
    }

    sealed record Times
    {
        public double Field { get; init; }
        public double Typed { get; init; }
        public double Noticed { get; init; }
    }
}
