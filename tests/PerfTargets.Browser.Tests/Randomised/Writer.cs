using System.Text.Json;
using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.TestKit.Randomised;

namespace PerfTargets.Browser.Tests.Randomised;

/// <summary>Somebody who fills in the form with keyboard and mouse; by what the wire shows, the test knows what was acknowledged to them.</summary>
internal sealed class Writer(string name, Person person, Guid form, AcknowledgedTexts acknowledged, Func<Task<IReadOnlyDictionary<string, string>>> stored)
{
    /// <summary>Longer than the page waits after typing, and than it waits after any failure.</summary>
    private const int Pause = 61_000;

    /// <summary>So few that the two often meet in one.</summary>
    private const int MostFields = 6;

    private readonly Wire _wire = new(person.Page);

    /// <summary>What the page has shown: who changes it has seen it.</summary>
    private IReadOnlyDictionary<string, string> _seen = new Dictionary<string, string>();

    /// <summary>A post without an answer, which the page sends again as it was.</summary>
    private Exchange? _unheard;

    private IPage Page => person.Page;

    public async Task OpenAsync()
    {
        await _wire.AttachAsync();
        await person.OpenAsync($"/forms/{form}/edit");
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        (_seen, _unheard) = ((await FieldsAsync()).Texts, null);
    }

    public async Task TypeAsync(int which, int how)
    {
        if (!await IsEditorAsync())
            return;
        var fields = await FieldsAsync();
        var typeable = fields.Typeable.Where(field => !field.StartsWith("na-", StringComparison.Ordinal) && !field.StartsWith("reason-", StringComparison.Ordinal)).Take(MostFields).ToList();
        var field = typeable[which % typeable.Count];
        await Page.Locator($"#{field}").FocusAsync();
        await Page.Keyboard.PressAsync((how % 8) switch { 0 => "Control+A", 1 => "Control+Home", _ => "Control+End" });
        if (how % 7 == 0)
            await Page.Keyboard.PressAsync("Backspace");
        if (how % 16 != 0)
            await Page.Keyboard.TypeAsync($"{acknowledged.NextCharacter()}");
    }

    /// <summary>Presses a button beside the rows in which the test types, where there is one of this kind.</summary>
    public async Task PressAsync(string selector, int which)
    {
        if (!await IsEditorAsync())
            return;
        var buttons = Page.Locator(selector);
        if (await buttons.CountAsync() is > 0 and var count)
            await buttons.Nth(which % count).ClickAsync();
    }

    /// <summary>Time passes, and the page saves what is unsaved.</summary>
    /// <param name="meanwhile">Is done while the answer is under way.</param>
    public async Task PauseAsync(bool withoutAnswer = false, Func<Task>? meanwhile = null)
    {
        if (!await IsEditorAsync() || !await IsUnsavedAsync())
            return;
        var typed = new TaskCompletionSource();
        (_wire.DropsAnswer, _wire.Delay) = (withoutAnswer, typed.Task);
        var next = _wire.NextAsync();
        await Page.Clock.FastForwardAsync(Pause);
        var exchange = await next;
        Acknowledge(exchange);
        if (meanwhile is not null)
            await meanwhile();
        typed.SetResult();
        if (withoutAnswer)
            await SaysAsync("/稍后自动再试/");
        else
            await HearAsync(exchange);
    }

    /// <summary>The network is gone when the page saves, and comes back.</summary>
    public async Task PauseOfflineAsync()
    {
        if (!await IsEditorAsync() || !await IsUnsavedAsync())
            return;
        (_wire.IsCut, _wire.DropsAnswer, _wire.Delay) = (true, false, Task.CompletedTask);
        await Page.Clock.FastForwardAsync(Pause);
        await SaysAsync("/稍后自动再试/");
        var next = _wire.NextAsync();
        _wire.IsCut = false;
        await Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Page.Clock.FastForwardAsync(Pause);
        var exchange = await next;
        Acknowledge(exchange);
        await HearAsync(exchange);
    }

    public async Task SaveAsync()
    {
        if (await IsEditorAsync())
            await LeaveAsync(Page.Locator(".page-head button[value=save]").First, _seen, texts => texts);
    }

    /// <summary>Decides about each place; first the way to the question, where the page only says that there is one.</summary>
    public async Task DecideAsync(int which)
    {
        if (await IsEditorAsync() && (await SavedAsync()).Contains("别处也作了修改", StringComparison.Ordinal))
            await SaveAsync();
        if (await IsEditorAsync())
            return;
        var keys = (await Page.Locator(".compare input[value=mine]").EvaluateAllAsync<string[]>("all => all.map((one) => one.name)")).Select(radio => radio["choose-".Length..]).ToList();
        var theirs = keys.Where((_, at) => (which >> at) % 2 == 1).ToHashSet();
        foreach (var key in keys)
            await Page.Locator($".compare input[name='choose-{key}'][value={(theirs.Contains(key) ? "theirs" : "mine")}]").CheckAsync();
        await LeaveAsync(Page.Locator("button[value=resolve]"), With(_seen, keys), texts => With(texts, theirs));

        IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> texts, IEnumerable<string> others)
        {
            var changed = texts.ToDictionary(StringComparer.Ordinal);
            foreach (var key in others)
            {
                changed.Remove(key);
                if (acknowledged.Texts.TryGetValue(key, out var text))
                    changed[key] = text;
            }
            return changed;
        }
    }

    /// <summary>What was typed and not saved is kept in the browser and offered.</summary>
    public async Task ReloadAsync(bool restores)
    {
        if (!await IsEditorAsync())
            return;
        // What has waited long enough may be on its way already, and nobody would hear of it.
        _wire.IsCut = true;
        await Page.Clock.FastForwardAsync(600);
        var (seen, before) = (_seen, (await FieldsAsync()).Texts);
        await Page.ReloadAsync();
        _wire.IsCut = false;
        var now = (await FieldsAsync()).Texts;
        var restore = Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "恢复这些内容" });
        var isOffered = await restore.CountAsync() > 0;
        var lacking = before.Keys.Union(seen.Keys).Where(key => before.GetValueOrDefault(key) != seen.GetValueOrDefault(key) && before.GetValueOrDefault(key) != now.GetValueOrDefault(key)).ToList();
        if (lacking.Count > 0 && !isOffered)
            throw new InvalidOperationException($"{name} reloads, and what was typed at {string.Join('、', lacking)} is not offered.");
        if (isOffered && restores)
            await LeaveAsync(restore, seen, texts => texts);
        else if (isOffered)
            await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "不要了" }).ClickAsync();
        if (!isOffered || !restores)
            await ShowAsync();
    }

    public async Task<bool> HasUnsavedAsync() => !await IsEditorAsync() || await IsUnsavedAsync();

    /// <summary>A button that posts and leads to another page.</summary>
    private async Task LeaveAsync(ILocator button, IReadOnlyDictionary<string, string> seen, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> made)
    {
        IResponse? response = null;
        void Hear(object? sender, IResponse one)
        {
            if (one.Request.Method == "POST" && one.Request.IsNavigationRequest)
                response = one;
        }
        Page.Response += Hear;
        await person.GoOnAsync(() => button.ClickAsync());
        Page.Response -= Hear;
        switch (response!.Status)
        {
            case 200 or 302:
                acknowledged.Acknowledge(name, seen, made(SheetTexts.Of(Wire.FieldsOf(response.Request))));
                await ShowAsync();
                break;
            case 409:
                _seen = seen;
                break;
            default:
                throw new InvalidOperationException($"{name}'s save is answered by {response.Status}.");
        }
    }

    private void Acknowledge(Exchange exchange)
    {
        var isTaken = exchange.State is "saved" or "merged";
        var isAgain = _unheard is not null && OperationOf(_unheard) == OperationOf(exchange);
        if (isAgain && !isTaken)
            throw new InvalidOperationException($"{name}'s save was acknowledged, and the same sent again is answered by {exchange.State}.");
        if (isTaken && !isAgain)
            acknowledged.Acknowledge(name, _seen, SheetTexts.Of(exchange.Fields));
        if (isTaken && _wire.DropsAnswer)
            _unheard = exchange;

        static string OperationOf(Exchange one) => one.Fields.First(field => field.Key == "operation").Value;
    }

    /// <summary>The page has taken the answer.</summary>
    private async Task HearAsync(Exchange exchange)
    {
        await SaysAsync("/^(?!.*(正在保存|稍后自动再试))/");
        _unheard = null;
        var made = SheetTexts.Of(exchange.Fields);
        if (exchange.State == "saved")
        {
            _seen = made;
        }
        else if (exchange.State == "merged")
        {
            // What stood on the server when the page fetched it; where something was typed meanwhile, the hand has seen only its own text.
            var (now, there) = ((await FieldsAsync()).Texts, await stored());
            var seen = there.ToDictionary(StringComparer.Ordinal);
            foreach (var key in now.Keys.Union(there.Keys).Where(key => now.GetValueOrDefault(key) != there.GetValueOrDefault(key)))
            {
                seen.Remove(key);
                if (made.TryGetValue(key, out var text))
                    seen[key] = text;
            }
            _seen = seen;
        }
        if ((await SavedAsync()).StartsWith('✓') && await DiffersAsync() is { } difference)
            throw new InvalidOperationException($"{name}'s page says that all is saved, and {difference}.");
    }

    private async Task<string?> DiffersAsync()
    {
        var now = (await FieldsAsync()).Texts;
        return now.Keys.Union(_seen.Keys).Where(key => now.GetValueOrDefault(key) != _seen.GetValueOrDefault(key))
            .Select(key => $"{key} is {SheetTexts.Show(now.GetValueOrDefault(key))}, where it was {SheetTexts.Show(_seen.GetValueOrDefault(key))}").FirstOrDefault();
    }

    private async Task<EditorFields> FieldsAsync()
    {
        var pairs = await Page.EvaluateAsync<JsonElement>("() => Array.from(new FormData(document.getElementById('edit')), ([name, value]) => [name, value])");
        return new EditorFields(pairs.EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!)));
    }

    private async Task<bool> IsEditorAsync() => await Page.Locator("form#edit").CountAsync() > 0;

    private async Task<bool> IsUnsavedAsync() => await SavedAsync() is var said && !said.StartsWith('✓') && !said.Contains("别处也作了修改", StringComparison.Ordinal);

    private Task<string> SavedAsync() => Page.Locator("#saved").InnerTextAsync();

    private Task<IJSHandle> SaysAsync(string pattern) => Page.WaitForFunctionAsync($"() => {pattern}.test(document.getElementById('saved').textContent)");
}
