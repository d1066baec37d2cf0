using Microsoft.Playwright;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>What a program has put on the clipboard: see Clipboards/README.md.</summary>
public sealed record Clipboard(string Text, string Html)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Clipboards");

    /// <summary>Both flavours as they are kept; those of programs of Windows with its line ends.</summary>
    public static Clipboard Of(string name)
    {
        var (text, html) = (File.ReadAllText(Path.Combine(Folder, name + ".txt")), File.ReadAllText(Path.Combine(Folder, name + ".html")));
        return name.Contains('-', StringComparison.Ordinal) ? new(text, html) : new(Windows(text), Windows(html));
    }

    /// <summary>Copies it in the page as an office program would, and pastes where the hand is: all by keys, as people do.</summary>
    public async Task PasteAsync(IPage page)
    {
        await page.EvaluateAsync(
            """
            ([text, html]) => document.addEventListener("copy", (event) => {
              event.clipboardData.setData("text/plain", text);
              if (html !== "") event.clipboardData.setData("text/html", html);
              event.preventDefault();
            }, { once: true })
            """,
            new[] { Text, Html });
        await page.Keyboard.PressAsync("Control+C");
        await page.Keyboard.PressAsync("Control+V");
    }

    private static string Windows(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);
}
