using FluentValidation;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Years;

/// <summary>A year as typed by an administrator.</summary>
public sealed record YearInput
{
    public string? Year { get; init; }
    public string? Deadline { get; init; }
    public string? ClosesToBureaus { get; init; }
    public string? ClosesToReviewers { get; init; }

    /// <summary>Key of a shipped template.</summary>
    public string? Template { get; init; }

    /// <summary>Key of a <see cref="PageOrientation"/>.</summary>
    public string? Orientation { get; init; }

    public bool UnitReview { get; init; }
    public bool DepartmentReview { get; init; }
    public bool PerformanceReview { get; init; }
    public bool ResubmitToReturningStep { get; init; }

    /// <summary>Mark of <see cref="Common.Seen"/>.</summary>
    public string? Seen { get; init; }

    public int? Number => int.TryParse(Year?.Trim().Replace("年度", "", StringComparison.Ordinal), out var number) ? number : null;
}

public sealed class YearInputValidator : AbstractValidator<YearInput>
{
    public const int First = 2000;
    public const int Last = 2100;

    public YearInputValidator()
    {
        RuleFor(input => input.Year).Must((input, _) => input.Number is >= First and <= Last).WithMessage($"请填写预算年度，{First} 到 {Last} 之间的四位数字，如 2027");
        RuleFor(input => input.Deadline).Must(IsDate).WithMessage((_, date) => TypedDate.Refusal(date, "填报截止日期", "2027-02-10"));
        RuleFor(input => input.ClosesToBureaus).Must(IsDate).WithMessage((_, date) => TypedDate.Refusal(date, "关闭填报日期", "2027-02-15"));
        RuleFor(input => input.ClosesToReviewers).Must(IsDate).WithMessage((_, date) => TypedDate.Refusal(date, "关闭审核日期", "2027-03-15"));
        RuleFor(input => input.ClosesToBureaus).Must((input, _) => TypedDate.Read(input.ClosesToBureaus) >= TypedDate.Read(input.Deadline))
            .When(input => IsDate(input.Deadline) && IsDate(input.ClosesToBureaus)).WithMessage("关闭填报日期不能早于填报截止日期");
        RuleFor(input => input.ClosesToReviewers).Must((input, _) => TypedDate.Read(input.ClosesToReviewers) >= TypedDate.Read(input.ClosesToBureaus))
            .When(input => IsDate(input.ClosesToBureaus) && IsDate(input.ClosesToReviewers)).WithMessage("关闭审核日期不能早于关闭填报日期");
        RuleFor(input => input.Template).Must(key => key is not null && ShippedTemplates.Keys.Contains(key)).WithMessage("请选择目标表模板");
        RuleFor(input => input.Orientation).Must(key => PageOrientations.Find(key) is not null).WithMessage("请选择纸张方向，横向或纵向");
    }

    private static bool IsDate(string? text) => TypedDate.Read(text) is not null;
}
