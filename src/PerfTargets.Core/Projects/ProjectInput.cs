using System.Text.RegularExpressions;
using FluentValidation;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Projects;

/// <summary>A project as typed by an administrator.</summary>
public sealed record ProjectInput
{
    public string? Code { get; init; }
    public string? Name { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>Mark of <see cref="Common.Seen"/>.</summary>
    public string? Seen { get; init; }
}

public sealed partial class ProjectInputValidator : AbstractValidator<ProjectInput>
{
    public const int NameLength = 200;
    public const int CodeLength = 50;

    public ProjectInputValidator()
    {
        RuleFor(input => input.Name).TypedText("项目名称", NameLength);
        RuleFor(input => input.Code).OptionalText("项目编码", CodeLength)
            .Must(code => string.IsNullOrWhiteSpace(code) || CodeForm().IsMatch(code.Trim())).WithMessage("项目编码只用字母、数字、点和短横线，如 640221-0003");
        RuleFor(input => input.UnitId).NotNull().WithMessage("请选择实施单位");
    }

    [GeneratedRegex("^[A-Za-z0-9.-]+$")]
    private static partial Regex CodeForm();
}
