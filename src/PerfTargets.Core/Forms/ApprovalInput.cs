using FluentValidation;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Forms;

/// <summary>文号 and date of a 批复 as typed.</summary>
public sealed record ApprovalInput
{
    public string? Document { get; init => field = value is null ? null : TypedText.Line(value); }
    public string? Date { get; init; }

    /// <summary>What was typed, once <see cref="ApprovalInputValidator"/> has let it pass.</summary>
    internal ApprovalTerms Terms => new(Document!, TypedDate.Read(Date)!.Value);
}

/// <summary>Under which number and date forms are approved.</summary>
public sealed record ApprovalTerms(string Document, DateOnly Date)
{
    public override string ToString() => $"{Document}，{Word(Date)}";

    public static string Word(DateOnly date) => date.ToString("yyyy 年 M 月 d 日", null);
}

/// <summary>A 批复 has been given already when it is entered: its date is today or before.</summary>
public sealed class ApprovalInputValidator : AbstractValidator<ApprovalInput>
{
    public const int DocumentLength = 100;

    public ApprovalInputValidator(DateOnly today)
    {
        RuleFor(input => input.Document).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("请填写批复文号，如“平财发〔2023〕12 号”").OptionalText("批复文号", DocumentLength);
        RuleFor(input => input.Date).Cascade(CascadeMode.Stop).Must(date => TypedDate.Read(date) is not null).WithMessage((_, date) => TypedDate.Refusal(date, "批复日期", "2023-02-20"))
            .Must(date => TypedDate.Read(date) <= today).WithMessage((_, date) => $"批复日期 {TypedDate.Read(date):yyyy-MM-dd} 晚于今天，请核对");
    }
}
