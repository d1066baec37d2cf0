using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PerfTargets.Core.Organisations;

namespace PerfTargets.TestKit.Web;

/// <summary>An answer: its status, its headers, and its page where it is one.</summary>
public sealed record TestPage(HttpResponseMessage Response, string Text, IHtmlDocument Document, Uri Address)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string Title => Document.Title ?? "";

    public string? Heading => Document.QuerySelector("h1")?.TextContent.Trim();

    /// <summary>The sentence after a redirect that says what was done.</summary>
    public string? Note => Document.QuerySelector(".notice-done")?.TextContent.Trim();

    /// <summary>The sentences of the summary on top.</summary>
    public IReadOnlyList<string> Problems => [.. Document.QuerySelectorAll("#problems li").Select(item => item.TextContent.Trim())];

    /// <summary>The visible text of the page's main part, blanks run together.</summary>
    public string Body => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public Uri? Location => Response.Headers.Location is { } location ? new Uri(Address, location) : null;

    public IElement Find(string selector) =>
        Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} in:\n{Text}");

    /// <summary>The form with the button of these words; or the only one in main.</summary>
    public IHtmlFormElement Form(string? button = null)
    {
        var forms = Document.QuerySelectorAll<IHtmlFormElement>(button is null ? "main form" : "form")
            .Where(form => button is null || Buttons(form).Any(one => one.TextContent.Trim() == button)).ToList();
        return forms.Count > 0 ? forms[0] : throw new InvalidOperationException($"No form with the button “{button}” in:\n{Text}");
    }

    internal IEnumerable<IHtmlButtonElement> Buttons(IHtmlFormElement form) =>
        Document.QuerySelectorAll<IHtmlButtonElement>("button").Where(one => one.Form == form);
}

/// <summary>Reads pages and posts their forms as a browser without JavaScript does, hidden fields and antiforgery token included.</summary>
public sealed class TestBrowser(HttpClient client) : IDisposable
{
    private const int MostRedirects = 10;
    private static readonly HtmlParser Parser = new();

    public HttpClient Client { get; } = client;

    public Task<TestPage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Reads a page, going on where redirects lead.</summary>
    public async Task<TestPage> OpenAsync(string path) => await FollowAsync(await GetAsync(path));

    public async Task<TestPage> FollowAsync(TestPage page)
    {
        for (var step = 0; page.Location is { } next; step++)
        {
            if (step == MostRedirects)
                throw new InvalidOperationException($"{page.Address} redirects without end.");
            page = await GetAsync(next.PathAndQuery);
        }
        return page;
    }

    /// <summary>Presses a button of a page: all fields of its form are posted as they stand there, but for those given.</summary>
    /// <param name="button">The words on the button; the first button of the only form when left out.</param>
    /// <param name="values">Names with new values; the same name may come several times. A null leaves the field out.</param>
    public Task<TestPage> SubmitAsync(TestPage page, string? button = null, params (string Name, string? Value)[] values)
    {
        var form = page.Form(button);
        var pressed = button is null ? page.Buttons(form).FirstOrDefault() : page.Buttons(form).First(one => one.TextContent.Trim() == button);
        var given = values.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        var fields = FieldsOf(page, form).Where(one => !given.Contains(one.Key))
            .Concat(values.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!))).ToList();
        if (pressed?.Name is { Length: > 0 } name && !given.Contains(name))
            fields.Add(KeyValuePair.Create(name, pressed.Value ?? ""));
        var action = (pressed?.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } path
            ? new Uri(page.Address, path).PathAndQuery
            : page.Address.PathAndQuery;
        return PostAsync(action, fields, page.Address);
    }

    /// <summary>Presses a button and goes on where it leads.</summary>
    public async Task<TestPage> SubmitAndFollowAsync(TestPage page, string? button = null, params (string Name, string? Value)[] values) =>
        await FollowAsync(await SubmitAsync(page, button, values));

    /// <summary>Posts exactly these fields.</summary>
    public Task<TestPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, Uri? from = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        var address = from ?? Client.BaseAddress!;
        request.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        return SendAsync(request);
    }

    /// <summary>Signs in through the page and returns what is shown then.</summary>
    public async Task<TestPage> SignInAsync(string userName, string password = TestCounty.Password, string path = "/sign-in") =>
        await SubmitAndFollowAsync(await OpenAsync(path), "登录", ("UserName", userName), ("Password", password));

    public Task<TestPage> SignInAsync(StaffMember staff) => SignInAsync(staff.UserName!);

    /// <summary>The names and values that a form would post as it stands.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(TestPage page, IHtmlFormElement form)
    {
        foreach (var element in page.Document.QuerySelectorAll("input, select, textarea"))
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input when input.Form == form:
                    if (input.Type is not ("checkbox" or "radio") || input.IsChecked)
                        yield return KeyValuePair.Create(input.Name, input.Type is "checkbox" or "radio" ? input.GetAttribute("value") ?? "on" : input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0, IsDisabled: false } area when area.Form == form:
                    yield return KeyValuePair.Create(area.Name, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0, IsDisabled: false } select when select.Form == form:
                    yield return KeyValuePair.Create(select.Name, select.Value ?? "");
                    break;
            }
        }
    }

    public async Task<TestPage> SendAsync(HttpRequestMessage request)
    {
        var response = await Client.SendAsync(request);
        var isText = response.Content.Headers.ContentType?.MediaType is null or "text/html" or "text/plain" or "application/json" or "text/css";
        var text = isText ? await response.Content.ReadAsStringAsync() : "";
        return new TestPage(response, text, Parser.ParseDocument(text), new Uri(Client.BaseAddress!, request.RequestUri!));
    }

    public void Dispose() => Client.Dispose();
}
