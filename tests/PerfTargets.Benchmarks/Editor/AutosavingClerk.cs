using System.Globalization;
using System.Text.Json;
using PerfTargets.TestKit.Randomised;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>Somebody whose editor saves by itself, again and again: each time another text, with the version and the hashes of the answer before.</summary>
sealed class AutosavingClerk : IDisposable
{
    const string Token = "__RequestVerificationToken", Typed = "projectPeriod";

    readonly TestBrowser _browser;
    readonly string _path, _token;
    readonly EditorFields _fields;
    int _saves;

    AutosavingClerk(TestBrowser browser, string path, string token, EditorFields fields) => (_browser, _path, _token, _fields) = (browser, path, token, fields);

    public static async Task<AutosavingClerk> OpenAsync(EditorApp app)
    {
        var form = await app.AddFormAsync(30);
        var (browser, _) = await app.SignInAsync(form);
        var page = await browser.OpenAsync(form.Path);
        var fields = TestBrowser.FieldsOf(page, page.Form("保存草稿")).ToList();
        return new(browser, form.Path, fields.First(field => field.Key == Token).Value, new EditorFields(fields));
    }

    public void Save()
    {
        _fields[Typed] = (++_saves).ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, _path)
        {
            Content = new FormUrlEncodedContent([.. _fields.All, new("operation", Guid.CreateVersion7().ToString()), new("action", "autosave"), new(Token, _token)]),
        };
        using var response = _browser.Client.Send(request);
        using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
        var said = answer.RootElement;
        if (said.GetProperty("state").GetString() != "saved") throw new InvalidOperationException($"The autosave was answered by {said}.");
        _fields["version"] = said.GetProperty("version").GetInt64().ToString(CultureInfo.InvariantCulture);
        _fields["shown"] = said.GetProperty("shown").GetString()!;
    }

    public void Dispose() => _browser.Dispose();
}
