using System.Text.RegularExpressions;
using FluentValidation;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Organisations;

/// <summary>A person's account as typed by an administrator.</summary>
public sealed record StaffInput
{
    public string? UserName { get; init; }
    public string? DisplayName { get; init; }
    public Guid? OrganisationId { get; init; }
    public Role Roles { get; init; }

    /// <summary>Mark of <see cref="Common.Seen"/>.</summary>
    public string? Seen { get; init; }
}

public sealed partial class StaffInputValidator : AbstractValidator<StaffInput>
{
    public const int NameLength = 50;

    public StaffInputValidator()
    {
        RuleFor(input => input.DisplayName).TypedText("姓名", NameLength);
        RuleFor(input => input.UserName).TypedText("用户名", NameLength)
            .Must(name => name is null || NameForm().IsMatch(name.Trim())).WithMessage("用户名只用文字、数字和 . _ - @，不留空格");
        RuleFor(input => input.OrganisationId).NotNull().WithMessage("请选择单位");
        RuleFor(input => input.Roles).Must(roles => roles != Role.None).WithMessage("请至少选择一个角色");
    }

    [GeneratedRegex(@"^[\p{L}\p{N}._@-]+$")]
    private static partial Regex NameForm();
}
