using Microsoft.Playwright;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>A Chinese input method, as the browser hears of one: letters under way, a candidate taken, keys that are the input method's.</summary>
public sealed class InputMethod
{
    /// <summary>The key code of whatever an input method takes for itself.</summary>
    private const int Processed = 229;

    private readonly ICDPSession _session;

    private InputMethod(ICDPSession session) => _session = session;

    public static async Task<InputMethod> OfAsync(Person person) => new(await person.Page.Context.NewCDPSessionAsync(person.Page));

    /// <summary>Types letter by letter; the text is under way until <see cref="TakeAsync"/>.</summary>
    public async Task TypeAsync(string letters)
    {
        for (var length = 1; length <= letters.Length; length++)
        {
            await KeyAsync("Process", Processed);
            var parameters = new Dictionary<string, object> { ["text"] = letters[..length], ["selectionStart"] = length, ["selectionEnd"] = length };
            await _session.SendAsync("Input.imeSetComposition", parameters);
        }
    }

    /// <summary>Takes a candidate.</summary>
    public async Task TakeAsync(string text)
    {
        await KeyAsync("Process", Processed);
        await _session.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = text });
    }

    /// <summary>The Enter that confirms, as input methods report it: their own key, or an Enter while they are still at it.</summary>
    public async Task EnterAsync(bool isReportedAsTheirs) => await KeyAsync("Enter", isReportedAsTheirs ? Processed : 13, isReportedAsTheirs ? null : "\r");

    private async Task KeyAsync(string key, int code, string? text = null)
    {
        var down = new Dictionary<string, object> { ["type"] = text is null ? "rawKeyDown" : "keyDown", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code };
        if (text is not null)
            down["text"] = text;
        await _session.SendAsync("Input.dispatchKeyEvent", down);
        await _session.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object> { ["type"] = "keyUp", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code });
    }
}
