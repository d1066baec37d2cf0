using FluentValidation;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Library;

/// <summary>An entry of the library as typed by an administrator.</summary>
public sealed record LibraryInput
{
    /// <summary>The department whose entry it is; null for one that is common to all.</summary>
    public Guid? DepartmentId { get; init; }

    public LibraryCategory? Category { get; init; }
    public string? Name { get; init; }
    public string? Operator { get; init; }
    public string? Unit { get; init; }
    public string? Explanation { get; init; }
    public string? Topic { get; init; }
    public string? Industry { get; init; }

    /// <summary>Mark of <see cref="Common.Seen"/>.</summary>
    public string? Seen { get; init; }

    /// <summary>No property: the framework reads those of an input before anything of it is known to be right.</summary>
    public LibraryEntry ToEntry() => new(
        Category!.Value, TypedText.Line(Name), TypedText.Line(Operator), TypedText.Line(Unit), TypedText.Line(Explanation), TypedText.Line(Topic), TypedText.Line(Industry));

    public static LibraryInput Of(LibraryIndicator stored) => new()
    {
        DepartmentId = stored.DepartmentId,
        Category = stored.Category,
        Name = stored.Name,
        Operator = stored.Operator,
        Unit = stored.Unit,
        Explanation = stored.Explanation,
        Topic = stored.Topic,
        Industry = stored.Industry,
    };
}

public sealed class LibraryInputValidator : AbstractValidator<LibraryInput>
{
    /// <summary>As long as the name of an indicator may be in a form.</summary>
    public const int NameLength = 500;

    public const int WordLength = 20;
    public const int ExplanationLength = 300;

    public LibraryInputValidator()
    {
        RuleFor(input => input.Category).Must(category => category is { } known && Enum.IsDefined(known)).WithMessage("请选择指标类别");
        RuleFor(input => input.Name).TypedText("指标名称", NameLength);
        RuleFor(input => input.Operator).Must(sign => string.IsNullOrEmpty(sign) || LibraryEntry.Operators.Contains(sign))
            .WithMessage($"请选择常用符号：{string.Join('、', LibraryEntry.Operators)}，或者不填");
        RuleFor(input => input.Operator).Must(string.IsNullOrEmpty).When(input => TypedText.Line(input.Unit) == LibraryEntry.DateUnit)
            .WithMessage("单位是日期时不填符号");
        RuleFor(input => input.Unit).OptionalText("计量单位", WordLength);
        RuleFor(input => input.Unit).Must(unit => !TypedText.Line(unit).Any(char.IsAsciiDigit))
            .WithMessage("计量单位里不写数，要达到多少由填报人填写");
        RuleFor(input => input.Topic).OptionalText("用途", WordLength);
        RuleFor(input => input.Industry).OptionalText("行业", WordLength);
        RuleFor(input => input.Explanation).OptionalText("指标解释", ExplanationLength);
    }
}
