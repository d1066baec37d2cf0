using FluentValidation;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

public class FormChecksTests
{
    private static readonly CheckContext Empty = new(new FormContent(), CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable);

    /// <summary>A form with one warning, which needs a reason, and a hint.</summary>
    private static readonly CheckContext Warned = CheckForms.Sound.WithValue("output.timeliness", "2024年12月底前").WithValue("output.quality", "100%");

    /// <summary>A form with a fault in every part.</summary>
    private static readonly CheckContext Faulty = CheckForms.Sound
        .With(form => form with { ProjectAttribute = "一年期项目😀", ProjectPeriod = "", OverallGoal = "" })
        .WithFunds(("total", "36"), ("fiscal", "-1"))
        .WithRows("satisfaction.served")
        .WithRows("output.quantity", ("", "1 次"), ("管网巡查", "多次"), ("管网巡查", "XX"))
        .WithRows("output.timeliness", ("完工时限", "2024年底前"));

    [Fact]
    public void All_findings_come_at_once_in_the_order_of_the_form()
    {
        Assert.Equal("C8E C1E F1E F2E C1E C3E Q1E K2E C4E D1W C2E", Faulty.Codes(CheckForms.Submission));
    }

    [Fact]
    public void An_empty_form_says_all_that_is_missing_and_what_cannot_be_judged()
    {
        var report = FormChecks.Run(Empty);

        Assert.Equal(7 + CheckForms.Ningxia.Groups.Count(), report.Findings.Count);
        Assert.Equal(["F1", "F3", "F4", "D1", "G1", "G2", "G3", "G4", "G5", "G6", "K6", "X1", "X3"], report.Undetermined.Select(check => check.Code));
        Assert.False(report.AllowsSubmission);
    }

    [Fact]
    public void A_report_sorts_by_severity()
    {
        var warned = FormChecks.Run(Warned);

        Assert.Equal((0, 1, 1), (warned.Errors.Count, warned.Warnings.Count, warned.Hints.Count));
    }

    [Fact]
    public void Errors_and_warnings_without_the_reason_they_need_stand_against_submission()
    {
        Assert.False(FormChecks.Run(Faulty).AllowsSubmission);
        Assert.False(FormChecks.Run(Faulty.Explained()).AllowsSubmission);
        Assert.False(FormChecks.Run(Warned).AllowsSubmission);
        Assert.False(FormChecks.Run(Warned.Explained(" ")).AllowsSubmission);
        Assert.True(FormChecks.Run(Warned.Explained()).AllowsSubmission);
    }

    [Fact]
    public void What_stands_against_submission_is_said_in_one_sentence()
    {
        Assert.Null(FormChecks.Run(CheckForms.Sound).Refusal);
        Assert.Equal("还有 1 条警告须填写说明，填写后才能送审。", FormChecks.Run(Warned).Refusal);
        Assert.Equal("还有 1 处未填，填好后才能送审。", FormChecks.Run(CheckForms.Sound.WithRows("output.quality")).Refusal);
        Assert.Equal("还有 1 处未填，填好后才能送审；另有 1 条警告须填写说明。", FormChecks.Run(Warned.WithRows("output.quality")).Refusal);
        Assert.Equal("还有 1 处错误，改正后才能送审。", FormChecks.Run(CheckForms.Sound.WithValue("output.quantity", "若干")).Refusal);
        Assert.Equal("还有 1 处错误、1 处未填，改正并填好后才能送审；另有 1 条警告须填写说明。",
            FormChecks.Run(Warned.WithRows("output.quality").WithValue("output.quantity", "若干")).Refusal);
        Assert.Equal(["C2", "D1"], FormChecks.Run(Warned.WithRows("output.quality")).Obstacles.Select(finding => finding.Code));
    }

    [Fact]
    public void Counts_part_what_is_not_filled_in_from_what_is_wrong_and_leave_master_data_aside()
    {
        var wrong = new Finding("F1", FindingSeverity.Error, Place.Head("x"), "");
        var report = new CheckReport([wrong, wrong with { IsUnfilled = true }, wrong with { IsUnfilled = true }, wrong with { IsMasterData = true },
            wrong with { Severity = FindingSeverity.Warning }, wrong with { Severity = FindingSeverity.Hint }], []);

        Assert.Equal(new FindingCounts(1, 2, 1), FindingCounts.Of(report));
        Assert.True(new CheckReport([wrong with { IsMasterData = true, NeedsReason = true }], []).AllowsSubmission);
    }

    [Fact]
    public void A_reason_holds_while_code_place_and_what_stood_there_are_the_same()
    {
        var explained = Warned.Explained("工程跨年实施。");

        Assert.Equal("工程跨年实施。", explained.With(form => form with { OverallGoal = form.OverallGoal + "另建泵站 1 座。" }).Only("D1").Reason);
        Assert.Null(explained.WithValue("output.timeliness", "2025年底前").Only("D1").Reason);
        Assert.Null(explained.WithRows("output.timeliness", ("完工时限", "2024年底前")).Only("D1").Reason);
    }

    [Theory]
    [InlineData("E", FindingSeverity.Error)]
    [InlineData("W", FindingSeverity.Warning)]
    [InlineData("H", FindingSeverity.Hint)]
    [InlineData(null, FindingSeverity.Error)]
    public void The_template_sets_the_severity(string? letter, FindingSeverity severity) => Assert.Equal(severity,
        CheckForms.Sound.WithRows("output.quality").WithSettings("C2", new CheckSettings(letter)).Only("C2").Severity);

    [Fact]
    public void The_template_switches_a_check_off() =>
        Assert.Equal("", CheckForms.Sound.WithRows("output.quality").WithSettings("C2", new CheckSettings(Off: true)).Codes(CheckForms.Submission));

    [Fact]
    public void Each_check_can_be_switched_off() => Assert.All(FormChecks.Catalogue, check =>
        Assert.DoesNotContain(FormChecks.Run(Faulty.WithSettings(check.Code, new CheckSettings(Off: true))).Findings, finding => finding.Code == check.Code));

    [Fact]
    public void The_catalogue_has_each_code_once() =>
        Assert.Equal(FormChecks.Catalogue.Select(check => check.Code).Distinct(), FormChecks.Catalogue.Select(check => check.Code));

    [Fact]
    public void Words_and_thresholds_are_shipped_for_each_check_that_asks_for_them_and_for_no_other()
    {
        Assert.All(FormChecks.Catalogue, check =>
        {
            var shipped = ShippedCheckSettings.Of(check.Code);
            Assert.Equal(check.Lists.Select(list => list.Key).Order(), (shipped.Words?.Keys ?? []).Order());
            Assert.Equal(check.Thresholds.Select(number => number.Key).Order(), (shipped.Numbers?.Keys ?? []).Order());
            Assert.All(check.Lists, list => Assert.Equal(list.Shipped.Distinct(), list.Shipped));
        });
        Assert.Subset(FormChecks.Catalogue.Select(check => check.Code).ToHashSet(), ShippedCheckSettings.Codes.ToHashSet());
    }

    [Theory]
    [InlineData("ningxia-2023")]
    [InlineData("mof-2021")]
    public void A_shipped_template_speaks_only_of_checks_that_there_are(string key) =>
        Assert.Subset(FormChecks.Catalogue.Select(check => check.Code).ToHashSet(), FormTemplate.Parse(ShippedTemplates.Json(key)).Checks.Keys.ToHashSet());

    [Fact]
    public void Every_message_names_its_place_and_ends_in_what_to_do()
    {
        foreach (var finding in FormChecks.Run(Faulty).Findings.Concat(FormChecks.Run(Empty).Findings))
        {
            Assert.Contains('：', finding.Message);
            Assert.Matches("请[^，。]*$|，请.*$", finding.Message);
        }
    }

    [Fact]
    public void A_long_name_is_cut_and_stays_on_one_line_in_a_sentence()
    {
        var message = CheckForms.Sound.WithRows("output.quality", ("第一行\n" + new string('长', 400), "")).Only("C3").Message;

        Assert.DoesNotContain('\n', message);
        Assert.True(message.Length < 80);
    }

    [Fact]
    public void Checking_changes_nothing_and_finds_the_same_again()
    {
        var before = Faulty.Form with { };

        Assert.Equal(FormChecks.Run(Faulty).Findings, FormChecks.Run(Faulty).Findings);
        Assert.Equal(before, Faulty.Form);
    }

    [Fact]
    public void Submission_rules_are_the_same_findings_as_failures()
    {
        var result = new SubmissionRules().Validate(Faulty);
        var findings = FormChecks.Run(Faulty).Findings;

        Assert.Equal(findings, result.Errors.Select(failure => Assert.IsType<Finding>(failure.CustomState)));
        Assert.All(result.Errors.Zip(findings), pair =>
        {
            Assert.Equal(pair.Second.Code, pair.First.ErrorCode);
            Assert.Equal(pair.Second.Message, pair.First.ErrorMessage);
            Assert.Equal(pair.Second.Place.Anchor, pair.First.PropertyName);
            Assert.Equal(pair.Second.Severity == FindingSeverity.Error, pair.First.Severity == Severity.Error);
        });
        Assert.False(SubmissionRules.Allows(result));
    }

    [Fact]
    public void Submission_rules_let_explained_warnings_pass()
    {
        Assert.False(SubmissionRules.Allows(new SubmissionRules().Validate(Warned)));
        Assert.True(SubmissionRules.Allows(new SubmissionRules().Validate(Warned.Explained())));
    }

    [Fact]
    public void Five_hundred_rows_are_checked_without_fault()
    {
        var rows = Enumerable.Range(0, 500).Select(number => ($"指标 {number}", new string('9', number) + " 2023年" + new string(' ', number))).ToArray();

        Assert.NotEmpty(FormChecks.Run(CheckForms.Sound.WithRows("output.quantity", rows)).Findings);
    }
}
