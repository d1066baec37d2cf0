using FluentValidation;
using FluentValidation.Results;

namespace PerfTargets.Core.Common;

/// <summary>Refusing what someone typed: one exception, each sentence at its field, for validators and for what only the database knows.</summary>
public static class TypedInput
{
    public static ValidationException Refused(string fieldName, string sentence) => new([new ValidationFailure(fieldName, sentence)]);

    public static void Require<T>(this IValidator<T> validator, T input)
    {
        var result = validator.Validate(input);
        if (!result.IsValid)
            throw new ValidationException(result.Errors);
    }

    /// <summary>A text that must be there, can be stored, and is not too long.</summary>
    public static IRuleBuilderOptions<T, string?> TypedText<T>(this IRuleBuilderInitial<T, string?> rule, string what, int most) =>
        rule.Cascade(CascadeMode.Stop).NotEmpty().WithMessage($"请填写{what}").OptionalText(what, most);

    public static IRuleBuilderOptions<T, string?> OptionalText<T>(this IRuleBuilder<T, string?> rule, string what, int most) => rule
        .Must(text => Common.TypedText.Refusal(text ?? "") is null).WithMessage((_, text) => what + Common.TypedText.Refusal(text ?? ""))
        .Must(text => text is null || !text.Trim().Any(char.IsControl)).WithMessage($"{what}含有换行等不可见的字符，请删去")
        .Must(text => text is null || text.Trim().Length <= most)
        .WithMessage((_, text) => $"{what}最多 {most} 个字，现在有 {text!.Trim().Length} 个字，请删减");
}
