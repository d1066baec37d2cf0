using System.Net;
using AngleSharp.Dom;
using PerfTargets.TestKit.Randomised;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms.Randomised;

/// <summary>The buttons as they work without JavaScript, and the page that asks which of two texts shall stand.</summary>
internal sealed partial class EditorTab
{
    /// <param name="twice">The answer to the first post does not arrive, and the browser posts the same again.</param>
    public async Task SaveAsync(bool twice = false)
    {
        await HearAsync();
        if (_conflict is null)
            await PressAsync("save", _operation, _fields.Texts, twice);
    }

    /// <summary>The unsaved text from the browser's storage, sent after the page was loaded anew.</summary>
    public async Task RestoreDraftAsync()
    {
        if (_conflict is null && IsUnsaved)
            await PressAsync("save", Guid.NewGuid().ToString(), _fields.Texts, twice: false);
    }

    public async Task PressRowButtonAsync(int which, int how)
    {
        await HearAsync();
        if (_conflict is not null)
            return;
        var (row, made) = (_fields.Rows[which % _fields.Rows.Count], _fields.Texts.ToDictionary(StringComparer.Ordinal));
        var key = $"row-{EditorFields.KeyOf(row)}";
        var action = (how % 4) switch
        {
            0 => $"add:{EditorFields.GroupOf(row)}",
            1 => $"up:{EditorFields.KeyOf(row)}",
            _ => $"remove:{EditorFields.KeyOf(row)}",
        };
        // Of an own row whose save was not heard of, the person has seen what they typed.
        if (how % 4 > 1 && made.Remove(key, out var own) && !_seen.ContainsKey(key))
            _seen = new Dictionary<string, string>(_seen, StringComparer.Ordinal) { [key] = own };
        await PressAsync(action, _operation, made, twice: how % 3 == 0);
        // Asked about any place, the row counts as deleted on this side.
        if (_conflict is not null && how % 4 > 1)
            _fields.Remove(row);
    }

    /// <summary>Each place by one of the bits, by another both texts where that is offered, or one button for all; first the way to the question, where it was not asked yet.</summary>
    public async Task AnswerConflictAsync(int which, int how)
    {
        if (_conflict is null && _stopped)
            await SaveAsync();
        if (_conflict is not var (page, theirs))
            return;
        var action = (how % 5) switch { 0 => "mine", 1 => "theirs", _ => "resolve" };
        var takesBoth = page.Document.QuerySelectorAll(".compare input[value=both]").Select(KeyOf).Where((_, at) => action == "resolve" && (which >> (at + 4)) % 2 == 1).ToHashSet();
        var takesTheirs = theirs.Keys.Where((_, at) => action == "theirs" || (action == "resolve" && (which >> at) % 2 == 1)).ToHashSet();
        var (seen, made, mine) = (_seen.ToDictionary(StringComparer.Ordinal), _fields.Texts.ToDictionary(StringComparer.Ordinal), _fields.Texts);
        foreach (var (key, text) in theirs)
        {
            Set(seen, key, text);
            if (takesBoth.Contains(key) && IsRow(key))
                made[key] = text!;
            else if (takesBoth.Contains(key))
                made[key] += "\n" + text!.TrimStart('✓');
            else if (takesTheirs.Contains(key))
                Set(made, key, text);
        }
        var values = theirs.Keys.Select(key => ($"choose-{key}", (string?)(takesBoth.Contains(key) ? "both" : takesTheirs.Contains(key) ? "theirs" : "mine"))).Append(("action", action)).ToArray();
        var answer = await Browser.SubmitAsync(page, "按下面的选择保存", values);
        await HearAnswerAsync(answer, seen, made);
        // Mine is a row of its own now.
        foreach (var key in takesBoth.Where(key => IsRow(key) && IsTaken(answer)))
        {
            var own = _fields.Texts.Single(one => one.Value == mine[key] && !acknowledged.Texts.ContainsKey(one.Key)).Key;
            acknowledged.Acknowledge(name, new Dictionary<string, string>(), new Dictionary<string, string> { [own] = mine[key] });
        }

        static bool IsRow(string key) => key.StartsWith("row-", StringComparison.Ordinal);

        static void Set(Dictionary<string, string> texts, string key, string? text)
        {
            if (text is null)
                texts.Remove(key);
            else
                texts[key] = text;
        }
    }

    private async Task PressAsync(string action, string operation, IReadOnlyDictionary<string, string> made, bool twice)
    {
        var answer = await PostAsync(_fields, operation, action);
        if (!twice)
        {
            await HearAnswerAsync(answer, _seen, made);
            return;
        }
        if (IsTaken(answer))
            acknowledged.Acknowledge(name, _seen, made);
        var again = await PostAsync(_fields, operation, action);
        Assert.Equal(answer.Status, again.Status);
        await HearAnswerAsync(again, IsTaken(answer) ? made : _seen, made);
    }

    private static string KeyOf(IElement choice) => choice.GetAttribute("name")!["choose-".Length..];

    private static bool IsTaken(TestPage answer) => answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect;

    private async Task HearAnswerAsync(TestPage answer, IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> made)
    {
        if (IsTaken(answer))
        {
            acknowledged.Acknowledge(name, seen, made);
            var page = await Browser.FollowAsync(answer);
            Assert.DoesNotContain("没有进行", page.Body, StringComparison.Ordinal);
            Show(page);
            return;
        }
        if (answer.Status != HttpStatusCode.Conflict)
            throw new InvalidOperationException($"{name}'s save is answered by {answer.Status}:\n{answer.Body}");
        var asked = answer.Document.QuerySelectorAll(".compare input[type=radio]").Select(KeyOf).Distinct();
        _conflict = (answer, asked.ToDictionary(key => key, key => acknowledged.Texts.GetValueOrDefault(key)));
    }
}
