using System.Diagnostics;
using Microsoft.Playwright;
using PerfTargets.Documents;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Word;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Benchmarks;

/// <summary>The same forms by programs that offices use instead, beside the built-in writer in one run: what counts is the ratio.</summary>
static class PeerBenchmark
{
    const int Forms = 60, Rounds = 3;

    public static async Task RunAsync()
    {
        OfficialTable[] forms = [.. FormCorpus.Forms(Forms)];
        var (own, chromium, office) = (new Timing(), new Timing(), new Timing());
        var (browser, converter) = (Programs.Find("chromium", "chromium-browser", "google-chrome"), Programs.Find("soffice", "libreoffice"));
        var engine = new PdfEngine();
        foreach (var form in forms) engine.Render([form], Prints.Info);
        await using var printer = browser is null ? null : await ChromiumPrinter.StartAsync(browser);
        for (var round = 0; round < Rounds; round++)
        {
            own.Round(() =>
            {
                foreach (var form in forms) engine.Render([form], Prints.Info);
            });
            if (printer is not null) await chromium.RoundAsync(() => printer.PrintAsync(forms));
            if (converter is not null) Convert(converter, forms, office);
        }
        Console.WriteLine("\n| printer | ms a form, best round | as many times the built-in writer |\n|---|---|---|");
        Row("built-in writer", own, own);
        if (browser is null) Console.WriteLine("| Chromium | skipped: not installed | |");
        else Row("Chromium, one process for all", chromium, own);
        if (converter is null) Console.WriteLine("| LibreOffice | skipped: not installed | |");
        else Row("LibreOffice, many DOCX in one process", office, own);
    }

    static void Row(string name, Timing timing, Timing own) => Console.WriteLine(FormattableString.Invariant(
        $"| {name} | {timing.Best / Forms * 1000:0.00} | {timing.Best / own.Best:0} |"));

    /// <summary>Only the conversion counts, with the start of the process shared by all files.</summary>
    static void Convert(string converter, OfficialTable[] forms, Timing timing)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark").FullName;
        try
        {
            for (var i = 0; i < forms.Length; i++) File.WriteAllBytes(Path.Combine(folder, $"{i}.docx"), new WordWriter().Render([forms[i]], Prints.Info));
            string[] arguments =
            [
                $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder,
                .. Enumerable.Range(0, forms.Length).Select(i => Path.Combine(folder, $"{i}.docx")),
            ];
            timing.Round(() => Programs.Run(new ProcessStartInfo(converter, arguments)));
            var made = Directory.GetFiles(folder, "*.pdf").Length;
            if (made != forms.Length) throw new InvalidOperationException($"LibreOffice made {made} of {forms.Length} files.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A browser that stays open.</summary>
    sealed class ChromiumPrinter(IPlaywright playwright, IBrowser browser, IPage page) : IAsyncDisposable
    {
        public static async Task<ChromiumPrinter> StartAsync(string path)
        {
            var playwright = await Playwright.CreateAsync();
            var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            });
            var printer = new ChromiumPrinter(playwright, browser, await browser.NewPageAsync());
            await printer.PrintAsync([FormCorpus.Form(0)]);
            return printer;
        }

        public async Task PrintAsync(OfficialTable[] forms)
        {
            foreach (var form in forms)
            {
                await page.SetContentAsync(GridHtml.Of(form));
                await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true });
            }
        }

        public async ValueTask DisposeAsync()
        {
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }
}
