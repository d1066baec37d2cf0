using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>检查: the table as it will print beside what was found, and 送审.</summary>
public sealed class CheckPage(Person person) : FindingsPage(person)
{
    public async Task<CheckPage> OpenAsync(Guid form)
    {
        await Person.OpenAsync($"/forms/{form}/check");
        return this;
    }

    public Task<bool> OffersSubmissionAsync() => Submit.First.IsVisibleAsync();

    /// <summary>Goes to the place of a finding.</summary>
    /// <param name="place">In the words of the link: 时效指标第 1 行.</param>
    public async Task<EditPage> FollowAsync(string place)
    {
        await PressAsync(place);
        return new EditPage(Person);
    }

    public Task SaveReasonsAsync() => PressAsync("保存填写说明");

    public async Task<DetailsPage> SubmitAsync()
    {
        await Person.GoOnAsync(() => Submit.First.ClickAsync());
        return new DetailsPage(Person);
    }

    /// <summary>Clicks twice, as people do who double-click everything.</summary>
    public async Task<DetailsPage> DoubleClickSubmitAsync()
    {
        await Submit.First.DblClickAsync();
        // Looked at again and again: waiting for a navigation would fail at the first one, which the second click's breaks off.
        await Assertions.Expect(Page).Not.ToHaveURLAsync(Selectors.Here);
        return new DetailsPage(Person);
    }

    private ILocator Submit => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = Selectors.Submit });

    private static class Selectors
    {
        public static readonly Regex Submit = new("^送审");
        public static readonly Regex Here = new("/check$");
    }
}
