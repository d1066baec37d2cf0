using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Randomised;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms.Randomised;

/// <summary>
/// A window with the form: its page's fields and what its script knows, the posts that both make, and what the server acknowledged by them. What
/// became of a post whose answer is lost the test knows, the window does not.
/// </summary>
internal sealed partial class EditorTab(string name, TestCounty county, Sessions sessions, StaffMember staff, Guid form, AcknowledgedTexts acknowledged) : IDisposable
{
    private readonly string _address = $"/forms/{form}/edit";
    private readonly Stack<(string Row, string Name, string Value)> _removed = [];

    private TestBrowser? _signedIn;
    private EditorFields _fields = null!;
    private string _token = "", _operation = "";
    private long _version;

    /// <summary>What the page or the last answer had shown: who changes it has seen it.</summary>
    private IReadOnlyDictionary<string, string> _seen = null!;

    /// <summary>The page with both texts, when one has come: the keys that it asks about, and what stood there.</summary>
    private (TestPage Page, Dictionary<string, string?> Theirs)? _conflict;

    public bool IsUnsaved => _conflict is not null || !_seen.OrderBy(one => one.Key).SequenceEqual(_fields.Texts.OrderBy(one => one.Key));

    private TestBrowser Browser => _signedIn ?? throw new InvalidOperationException("The window is not open yet.");

    public async Task OpenAsync()
    {
        _signedIn = await sessions.TakeAsync(staff);
        await ReloadAsync();
    }

    public async Task ReloadAsync() => Show(await Browser.GetAsync(_address));

    private void Show(TestPage page)
    {
        var sheet = page.Document.QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("form#edit") ?? throw new InvalidOperationException($"{name} sees no editor but {page.Status}:\n{page.Body}");
        var posted = TestBrowser.FieldsOf(page, sheet).ToList();
        (_fields, _token, _operation) = (new EditorFields(posted), Value("__RequestVerificationToken"), Value("operation"));
        (_seen, _conflict, _unanswered, _slow, _stopped) = (_fields.Texts, null, null, null, false);
        _removed.Clear();
        TakeVersion(_fields["version"]);

        string Value(string field) => posted.First(one => one.Key == field).Value;
    }

    public void Type(int which, int how)
    {
        if (_conflict is not null)
            return;
        var field = _fields.Typeable[which % _fields.Typeable.Count];
        var (text, character) = (_fields[field], acknowledged.NextCharacter());
        _fields[field] = (how % 10) switch
        {
            0 => $"{character}",
            1 => "",
            2 when text.Length > 0 => text[..^1].TrimEnd(),
            3 when field == "overallGoal" => $"{text}\r\n{character}",
            4 => $"{character}{text}",
            _ => $"{text}{character}",
        };
    }

    public void AddRow(int which)
    {
        if (_conflict is null)
            _fields.Add(EditorFields.Group(which), Guid.NewGuid().ToString("N"));
    }

    public void RemoveRow(int which)
    {
        if (_conflict is not null)
            return;
        var row = _fields.Rows[which % _fields.Rows.Count];
        _removed.Push((row, _fields[$"row-{EditorFields.KeyOf(row)}-name"], _fields[$"row-{EditorFields.KeyOf(row)}-value"]));
        _fields.Remove(row);
    }

    public void UndoRow()
    {
        if (_conflict is null && _removed.TryPop(out var removed) && !_fields.Has($"row-{EditorFields.KeyOf(removed.Row)}-name"))
            _fields.Add(EditorFields.GroupOf(removed.Row), EditorFields.KeyOf(removed.Row), removed.Name, removed.Value);
    }

    public void MoveRow(int which)
    {
        if (_conflict is null)
            _fields.Move(_fields.Rows[which % _fields.Rows.Count]);
    }

    /// <summary>The next post finds nobody signed in; the person signs in again, in this window too.</summary>
    public async Task SessionOverAsync()
    {
        if (_conflict is not null)
            return;
        Browser.Dispose();
        _signedIn = county.NewBrowser();
        var refused = await PostAsync(_fields, Guid.NewGuid().ToString(), "autosave");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        await Browser.SignInAsync(staff);
        var page = await Browser.GetAsync(_address);
        _token = page.Find("form#edit input[name=__RequestVerificationToken]").GetAttribute("value")!;
    }

    private Task<TestPage> PostAsync(EditorFields fields, string operation, string action) => Browser.PostAsync(
        _address, fields.All.Append(new("operation", operation)).Append(new("action", action)).Append(new("__RequestVerificationToken", _token)));

    /// <summary>The version of what the window has before it only grows.</summary>
    private void TakeVersion(string text)
    {
        var version = long.Parse(text, CultureInfo.InvariantCulture);
        if (version < _version)
            throw new InvalidOperationException($"{name} had version {_version} and was given {version}.");
        _version = version;
    }

    public void Dispose()
    {
        if (_signedIn is not null)
            sessions.GiveBack(staff, _signedIn);
    }
}
