using System.Text.Json;
using PerfTargets.TestKit.Randomised;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms.Randomised;

/// <summary>自动保存 as the editor's script does it.</summary>
internal sealed partial class EditorTab
{
    private sealed record Request(EditorFields Fields, string Operation, IReadOnlyDictionary<string, string> Seen)
    {
        /// <summary>What the server has said of it, whether the window has heard it or not.</summary>
        public string? Acknowledged { get; set; }
    }

    private Request? _unanswered;
    private (Request Request, TestPage Answer)? _slow;
    private bool _stopped;

    public bool HasUnanswered => _unanswered is not null;

    /// <summary>Posts what is unsaved; the very same again where the last answer is missing.</summary>
    public async Task AutosaveAsync(EditAct how = EditAct.Autosave)
    {
        await HearAsync();
        if (BeginAutosave() is not { } request)
            return;
        if (how == EditAct.AutosaveLost)
        {
            _unanswered = request;
            return;
        }
        var answer = await SendAsync(request);
        Acknowledge(request, answer);
        if (how == EditAct.AutosaveUnheard)
            _unanswered = request;
        else if (how == EditAct.AutosaveSlowly)
            _slow = (request, answer);
        else
            await TakeAsync(request, answer);
    }

    /// <summary>The answer that was so slow comes.</summary>
    public async Task HearAsync()
    {
        if (_slow is not var (request, answer))
            return;
        _slow = null;
        await TakeAsync(request, answer);
    }

    public static async Task AutosaveTogetherAsync(EditorTab one, EditorTab other)
    {
        await one.HearAsync();
        await other.HearAsync();
        if ((one.BeginAutosave(), other.BeginAutosave()) is not ({ } first, { } second))
            return;
        var answers = await Task.WhenAll(one.SendAsync(first), other.SendAsync(second));
        one.Acknowledge(first, answers[0]);
        other.Acknowledge(second, answers[1]);
        await one.TakeAsync(first, answers[0]);
        await other.TakeAsync(second, answers[1]);
    }

    private Request? BeginAutosave() =>
        _stopped || _conflict is not null ? null : _unanswered ?? (IsUnsaved ? new Request(_fields.Copy(), Guid.NewGuid().ToString(), _seen) : null);

    private Task<TestPage> SendAsync(Request request) => PostAsync(request.Fields, request.Operation, "autosave");

    private void Acknowledge(Request request, TestPage answer)
    {
        var state = StateOf(answer);
        var said = state == "saved" ? $"saved as version {Of(answer, "version")}" : state;
        if (request.Acknowledged is { } before && before != said)
            throw new InvalidOperationException($"{name}'s save was {before}, and the same sent again is answered by {said}.");
        if (state is not ("saved" or "merged"))
            return;
        if (request.Acknowledged is null)
            acknowledged.Acknowledge(name, request.Seen, request.Fields.Texts);
        request.Acknowledged = said;
    }

    private async Task TakeAsync(Request request, TestPage answer)
    {
        _unanswered = null;
        switch (StateOf(answer))
        {
            case "saved":
                TakeVersion(_fields["version"] = Of(answer, "version"));
                _fields["shown"] = Of(answer, "shown");
                _seen = request.Fields.Texts;
                break;
            case "merged":
                _fields["shown"] = Of(answer, "shown");
                await TakeMergedAsync(request);
                break;
            case "conflict":
                _stopped = true;
                break;
            case "again":
                break;
            default:
                throw new InvalidOperationException($"{name}'s autosave is answered by {answer.Status} {answer.Text}");
        }
    }

    /// <summary>The sheet as it now stands, with what was typed since; where both are of one place, it stays as it was seen, to be asked about.</summary>
    private async Task TakeMergedAsync(Request request)
    {
        var page = await Browser.GetAsync(_address);
        var now = new EditorFields(TestBrowser.FieldsOf(page, (AngleSharp.Html.Dom.IHtmlFormElement)page.Find("form#edit")));
        var (posted, seen) = (request.Fields.Texts, now.Texts.ToDictionary(StringComparer.Ordinal));
        var (shown, shows) = (Hashes(_fields), Hashes(now));
        var unseen = _fields.RedoOn(now, request.Fields).Where(key => shown.GetValueOrDefault(key) != shows.GetValueOrDefault(key)).ToList();
        foreach (var key in unseen)
        {
            Copy(shown, shows, key);
            Copy(posted, seen, key);
        }
        now["shown"] = string.Join(' ', shows.Select(one => $"{one.Key}={one.Value}"));
        if (unseen.Count > 0)
            now["version"] = _fields["version"];
        (_fields, _seen) = (now, seen);

        static Dictionary<string, string> Hashes(EditorFields fields) =>
            fields["shown"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

        static void Copy(IReadOnlyDictionary<string, string> from, Dictionary<string, string> to, string key)
        {
            to.Remove(key);
            if (from.TryGetValue(key, out var value))
                to[key] = value;
        }
    }

    private static string StateOf(TestPage answer) =>
        answer.Response.Content.Headers.ContentType?.MediaType == "application/json" ? Of(answer, "state") : $"{answer.Status}: {answer.Body}";

    private static string Of(TestPage answer, string property)
    {
        using var json = JsonDocument.Parse(answer.Text);
        return json.RootElement.GetProperty(property).ToString();
    }
}
