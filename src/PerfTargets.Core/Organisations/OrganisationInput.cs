using System.Text.RegularExpressions;
using FluentValidation;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Organisations;

/// <summary>An organisation as typed by an administrator.</summary>
public sealed record OrganisationInput
{
    public string? Name { get; init; }
    public string? Code { get; init; }
    public OrganisationKind? Kind { get; init; }
    public Guid? ParentId { get; init; }
    public Guid? SectionId { get; init; }

    /// <summary>Mark of <see cref="Common.Seen"/>.</summary>
    public string? Seen { get; init; }
}

public sealed partial class OrganisationInputValidator : AbstractValidator<OrganisationInput>
{
    public const int NameLength = 100;
    public const int CodeLength = 30;

    public OrganisationInputValidator()
    {
        RuleFor(input => input.Kind).Must(kind => kind is { } known && Enum.IsDefined(known)).WithMessage("请选择类型");
        RuleFor(input => input.Name).TypedText("名称", NameLength);
        RuleFor(input => input.Code).OptionalText("预算编码", CodeLength)
            .Must(code => string.IsNullOrWhiteSpace(code) || CodeForm().IsMatch(code.Trim())).WithMessage("预算编码只用字母、数字、点和短横线，如 301001");
        RuleFor(input => input.ParentId).NotNull().When(input => input.Kind == OrganisationKind.Unit).WithMessage("请选择这个单位的主管部门");
        RuleFor(input => input.ParentId).NotNull().When(input => input.Kind == OrganisationKind.FinanceSection).WithMessage("请选择这个股室所属的财政局");
        RuleFor(input => input.ParentId).Null().When(input => input.Kind is OrganisationKind.Department or OrganisationKind.FinanceOffice)
            .WithMessage("主管部门和财政局没有上级，请不要选择");
        RuleFor(input => input.SectionId).Null().When(input => input.Kind is not OrganisationKind.Department)
            .WithMessage("只有主管部门要选择负责审核的业务股室，请改为“不指定”");
    }

    [GeneratedRegex("^[A-Za-z0-9.-]+$")]
    private static partial Regex CodeForm();
}
