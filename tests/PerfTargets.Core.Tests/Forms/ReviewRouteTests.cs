using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Forms;

public sealed class ReviewRouteTests
{
    private const FormStatus Unit = FormStatus.AwaitingUnitReview;
    private const FormStatus Department = FormStatus.AwaitingDepartmentReview;
    private const FormStatus Section = FormStatus.AwaitingSectionReview;
    private const FormStatus Performance = FormStatus.AwaitingPerformanceReview;

    [Fact]
    public void Steps_come_in_their_order_and_the_section_always_reviews()
    {
        Assert.Equal([Unit, Department, Section, Performance], new ReviewRoute(true, true, true, true).Steps);
        Assert.Equal([Section], new ReviewRoute(false, false, false, true).Steps);
    }

    [Fact]
    public void After_the_last_step_the_form_has_passed()
    {
        Assert.Equal(FormStatus.Passed, new ReviewRoute(true, true, true, true).After(Performance));
        Assert.Equal(FormStatus.Passed, new ReviewRoute(true, true, false, true).After(Section));
    }

    [Fact]
    public void A_form_that_waits_at_a_step_which_the_route_has_lost_goes_on_from_there()
    {
        var route = new ReviewRoute(true, false, true, true);

        Assert.Equal(Section, route.After(Department));
        Assert.Equal(Section, route.Entry(FormStatus.Returned, Department));
    }

    [Fact]
    public void A_returned_form_goes_back_to_the_step_that_returned_it_or_to_the_start()
    {
        Assert.Equal(Section, new ReviewRoute(true, true, true, true).Entry(FormStatus.Returned, Section));
        Assert.Equal(Unit, new ReviewRoute(true, true, true, false).Entry(FormStatus.Returned, Section));
        Assert.Equal(Unit, new ReviewRoute(true, true, true, true).Entry(FormStatus.Draft, Section));
    }

    [Fact]
    public void A_return_by_a_last_step_that_is_gone_starts_anew() =>
        Assert.Equal(Unit, new ReviewRoute(true, true, false, true).Entry(FormStatus.Returned, Performance));
}
