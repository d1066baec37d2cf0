using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>复制上年: what would come, and then in the editor what is to be confirmed.</summary>
public sealed class LastYearPage(Person person) : SitePage(person)
{
    public async Task<LastYearPage> OpenAsync(Guid form)
    {
        await Person.OpenAsync($"/forms/{form}/last-year");
        return this;
    }

    public Task TakeAsync() => PressAsync("复制所选内容");

    public Task<int> UnconfirmedAsync() => Page.Locator(Selectors.Confirm).CountAsync();

    /// <summary>Goes to the first 已核对 with the keyboard.</summary>
    public Task TabToFirstAsync() => Page.TabToAsync(Page.Locator(Selectors.Confirm).First);

    /// <summary>Presses the button under the hand.</summary>
    public Task PressEnterAsync() => Person.GoOnAsync(() => Page.Keyboard.PressAsync("Enter"));

    public Task ConfirmAllAsync(int count) => PressAsync($"全部已核对（{count} 处）");

    private static class Selectors
    {
        public const string Confirm = "#edit button[value^='confirm:']";
    }
}
