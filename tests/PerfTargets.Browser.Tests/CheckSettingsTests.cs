using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>校验设置 saves by its button only, so that changed settings are not left behind unasked.</summary>
public sealed class CheckSettingsTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string WithANumber = "F6";

    private County _county = null!;
    private Person _administrator = null!;
    private CheckSettingsPage _settings = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _county = await OwnCountyAsync(County.WithDraftsAsync);
        _administrator = await PersonAsync(_county);
        await (await new SignInPage(_administrator).OpenAsync()).SignInAsync(Account.Administrator);
        _settings = await new CheckSettingsPage(_administrator).OpenAsync(County.Year);
    }

    [Fact]
    public async Task Changed_settings_are_not_left_unasked_and_saved_ones_are()
    {
        Assert.False(await _settings.AsksBeforeLeavingAsync());
        await _settings.ChooseLevelAsync(WithANumber, "提示");
        Assert.True(await _settings.AsksBeforeLeavingAsync());

        await _settings.SaveAsync();

        Assert.Equal("提示", await _settings.LevelAsync(WithANumber));
        Assert.False(await _settings.AsksBeforeLeavingAsync());
    }

    [Fact]
    public async Task What_was_refused_is_not_left_unasked_either()
    {
        await _settings.TypeNumberAsync(WithANumber, "很多");

        await _settings.SaveAsync();

        Assert.Single(await _settings.ProblemsAsync());
        Assert.True(await _settings.AsksBeforeLeavingAsync());
    }

    [Fact]
    public async Task A_server_that_is_away_does_not_take_them_along()
    {
        await _settings.ChooseLevelAsync(WithANumber, "提示");
        _administrator.Forgive("ERR_CONNECTION_REFUSED");
        _administrator.Forgive("ERR_CONNECTION_RESET");
        await _county.StopAsync();

        await _settings.PressInVainAsync("保存");

        Assert.Contains("现在连不上服务器，您改的设置仍在本页", await _settings.FootAsync(), StringComparison.Ordinal);
        Assert.Equal("提示", await _settings.LevelAsync(WithANumber));
    }

    [Fact]
    public async Task While_their_page_is_on_its_way_nothing_can_be_changed_that_would_be_lost()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await _administrator.Page.RouteAsync("**/checks", async route =>
        {
            if (route.Request.Method == "POST")
            {
                asked.SetResult();
                await answer.Task;
            }
            await route.ContinueAsync();
        });
        await _settings.TypeNumberAsync(WithANumber, "300");
        await _settings.KeepOnLeavingAsync(WithANumber);

        await _administrator.GoOnAsync(async () =>
        {
            await _settings.PressFromTheFieldAsync(WithANumber);
            await asked.Task;
            await _administrator.Page.Keyboard.TypeAsync("7");
            answer.SetResult();
        });

        Assert.Equal("300", await _settings.KeptOnLeavingAsync());
        Assert.Equal("300", await _settings.NumberAsync(WithANumber));
    }

    [Fact]
    public async Task Where_no_page_comes_they_can_be_changed_and_saved_again()
    {
        _administrator.Forgive("ERR_ABORTED");
        await _administrator.Page.Clock.InstallAsync();
        await _settings.OpenAsync(County.Year);
        var stopped = new TaskCompletionSource();
        await _administrator.Page.RouteAsync("**/checks", async route =>
        {
            await route.AbortAsync("aborted");
            stopped.TrySetResult();
        }, new() { Times = 1 });
        await _settings.TypeNumberAsync(WithANumber, "300");

        await _settings.PressInVainAsync("保存");
        await stopped.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer), TestContext.Current.CancellationToken);
        Assert.False(await _settings.TakesNumbersAsync(WithANumber));
        await _administrator.Page.Clock.RunForAsync(20_000);
        Assert.Contains("服务器没有回答，页面没有打开", await _settings.FootAsync(), StringComparison.Ordinal);
        await _settings.RetypeNumberAsync(WithANumber, "400");
        Assert.True(await _settings.AsksBeforeLeavingAsync());
        await _settings.SaveAsync();

        Assert.Equal("400", await _settings.NumberAsync(WithANumber));
    }

    [Fact]
    public async Task Where_the_page_of_the_button_was_stopped_they_are_still_not_left_unasked()
    {
        _administrator.Forgive("ERR_ABORTED");
        var stopped = new TaskCompletionSource();
        await _administrator.Page.RouteAsync("**/checks", async route =>
        {
            await route.AbortAsync("aborted");
            stopped.TrySetResult();
        });
        await _settings.ChooseLevelAsync(WithANumber, "提示");

        await _settings.PressInVainAsync("保存");
        await stopped.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer), TestContext.Current.CancellationToken);
        await _settings.ChooseLevelAsync(WithANumber, "警告");

        Assert.True(await _settings.AsksBeforeLeavingAsync());
    }
}
