using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Web.Pages.Forms;

namespace PerfTargets.Web.Tests.Forms;

public sealed class FormProgressTests
{
    private static readonly FormTemplate Template = FormTemplate.Parse(ShippedTemplates.Json("ningxia-2023"));
    private static readonly Guid Row = Guid.CreateVersion7();

    [Fact]
    public void A_section_is_unfilled_until_something_stands_in_it()
    {
        Assert.Equal(["未填", "未填", "未填", "未填", "未填", "未填"], Words(new FormContent()));
        Assert.Equal(
            ["已填", "未填", "已填", "已填", "已填", "未填"],
            Words(new FormContent
            {
                ProjectPeriod = "1 年",
                OverallGoal = "培训 100 人",
                Indicators = [new(Row, "output.quality", "合格率", ""), new(Guid.CreateVersion7(), "satisfaction.served", " ", "")],
                NotApplicable = [new("benefit.ecological", "")],
            }));
    }

    [Fact]
    public void What_comes_with_the_project_does_not_begin_a_section() =>
        Assert.Equal("未填", Words(new FormContent { ProjectName = "培训", Department = "工信局", ImplementingUnit = "培训中心" })[0]);

    [Fact]
    public void Errors_come_before_what_is_unfilled_and_each_counts_in_its_own_section()
    {
        var sections = Of(
            new FormContent { ProjectPeriod = "1 年", Indicators = [new(Row, "output.quality", "合格率", "好")] },
            Error(Place.Head(HeadField.ProjectAttribute), unfilled: true), Error(Place.Funds("total")), Error(Place.RowValue("output.quality", Row)),
            Error(Place.Group("output.quantity"), unfilled: true), Error(Place.Group("output.cost")), Error(new Place(null)));

        Assert.Equal(["1 处未填", "1 处错误", "未填", "2 处错误", "未填", "未填"], sections.Select(section => section.Word));
        Assert.Equal((2, 1), (sections[3].Errors, sections[3].Unfilled));
    }

    [Fact]
    public void A_section_leads_to_what_is_to_be_seen_to_first_and_otherwise_to_its_beginning()
    {
        var sections = Of(new FormContent(), Error(Place.Group("output.cost")), Error(Place.Group("output.quantity")), Error(Place.Head(HeadField.ProjectPeriod)));

        Assert.Equal(
            ["projectPeriod", "funds-" + Template.Funds[0].Key, "overallGoal", "group-output-cost", Place.Group(Template.Levels[1].Groups[0].Key).Anchor],
            sections.Take(5).Select(section => section.Anchor));
    }

    private static IReadOnlyList<SectionProgress> Of(FormContent content, params Finding[] errors) => FormProgress.Of(content, Template, errors);

    private static string[] Words(FormContent content) => [.. Of(content).Select(section => section.Word)];

    private static Finding Error(Place place, bool unfilled = false) => new("T1", FindingSeverity.Error, place, "校验结果") { IsUnfilled = unfilled };
}
