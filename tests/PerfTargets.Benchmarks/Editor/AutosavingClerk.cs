using System.Text.Json;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>Somebody whose editor saves by itself, again and again: each time another text, with the version and the hashes of the answer before.</summary>
sealed class AutosavingClerk : IDisposable
{
    const string Typed = "projectPeriod";

    static readonly string[] OfOnePost = ["operation", "version", "shown", Typed];

    readonly Exchange _exchange;
    readonly byte[] _fields;
    string _shown;
    long _version;
    int _saves;

    AutosavingClerk(Exchange exchange, byte[] fields, long version, string shown) => (_exchange, _fields, _version, _shown) = (exchange, fields, version, shown);

    public static async Task<AutosavingClerk> OpenAsync(EditorApp app)
    {
        var form = await app.AddFormAsync(30);
        var (browser, cookies) = await app.SignInAsync(form);
        using (browser)
        {
            var page = await browser.OpenAsync(form.Path);
            var fields = TestBrowser.FieldsOf(page, page.Form("保存草稿")).ToLookup(field => field.Key, field => field.Value);
            using var rest = new FormUrlEncodedContent(fields.Where(field => !OfOnePost.Contains(field.Key)).SelectMany(field => field, (field, value) => KeyValuePair.Create(field.Key, value)));
            return new(new Exchange(app.Address, form.Path, cookies), [.. await rest.ReadAsByteArrayAsync(), .. "&action=autosave"u8], long.Parse(fields["version"].Single(), null), fields["shown"].Single());
        }
    }

    public void Save()
    {
        var answer = _exchange.Post(_fields, $"&operation={Guid.CreateVersion7()}&version={_version}&shown={Uri.EscapeDataString(_shown)}&{Typed}={++_saves}");
        var said = JsonSerializer.Deserialize<Said>(answer, JsonSerializerOptions.Web)!;
        if (said.State != "saved") throw new InvalidOperationException($"The autosave was answered by {said}.");
        (_version, _shown) = (said.Version, said.Shown);
    }

    sealed record Said(string State, long Version, string Shown);

    public void Dispose() => _exchange.Dispose();
}
