using System.Text.Json;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Years;

public sealed class BudgetYearTests
{
    public static TheoryData<string> Keys => [.. ShippedTemplates.Keys];

    [Theory, MemberData(nameof(Keys))]
    public void A_year_that_is_turned_keeps_every_other_word_of_its_template(string key)
    {
        var year = BudgetYear.Usual(2027);
        year.UseTemplate(ShippedTemplates.Json(key));
        var before = year.Template;

        year.Lay(PageOrientation.Portrait);

        Assert.Equal(PageOrientation.Portrait, year.Template.Print.Orientation);
        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(year.Template with { Print = before.Print }));
        Assert.Contains(before.Title, year.TemplateJson, StringComparison.Ordinal);
        Assert.Equal(key, year.TemplateKey);
    }

    [Fact]
    public void A_year_that_lies_as_it_should_keeps_its_template_to_the_byte()
    {
        var year = BudgetYear.Usual(2027);
        year.UseTemplate(ShippedTemplates.Json("ningxia-2023"));

        year.Lay(PageOrientation.Landscape);

        Assert.Equal(ShippedTemplates.Json("ningxia-2023"), year.TemplateJson);
    }
}
