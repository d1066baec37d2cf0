namespace PerfTargets.Core.Years;

/// <summary>A budget year: its three dates, its route of review and its own copy of the form's template.</summary>
public sealed class BudgetYear
{
    private (string Json, FormTemplate Template)? _template;

    /// <summary>预算年度, such as 2023; the key.</summary>
    public int Year { get; init; }

    /// <summary>填报截止日期: shown to everyone, nothing happens on it.</summary>
    public DateOnly Deadline { get; set; }

    /// <summary>The last day on which bureaus may fill in and send up.</summary>
    public DateOnly ClosesToBureaus { get; set; }

    /// <summary>The last day on which reviewers may act, and bureaus may answer what was returned to them.</summary>
    public DateOnly ClosesToReviewers { get; set; }

    /// <summary>单位审核 is a step.</summary>
    public bool UnitReview { get; set; } = true;

    /// <summary>主管部门审核 is a step, for units that are not the department themselves.</summary>
    public bool DepartmentReview { get; set; } = true;

    /// <summary>绩效股 is the second step in the finance office.</summary>
    public bool PerformanceReview { get; set; } = true;

    /// <summary>After a return, 送审 leads straight to the step that returned the form; otherwise to the start.</summary>
    public bool ResubmitToReturningStep { get; set; } = true;

    /// <summary>The template's JSON: the year owns its copy, so that next year's wording never alters this year's forms.</summary>
    public string TemplateJson { get; private set; } = "";

    /// <summary>Key of the shipped template the copy was made from.</summary>
    public string TemplateKey { get; private set; } = "";

    /// <summary>A year with the dates of most counties, for when nobody has set any: the forms go with the budget that the people's congress adopts early in the year.</summary>
    public static BudgetYear Usual(int year) => new()
    {
        Year = year,
        Deadline = new DateOnly(year, 2, 15),
        ClosesToBureaus = new DateOnly(year, 2, 28),
        ClosesToReviewers = new DateOnly(year, 3, 31),
    };

    /// <summary>Raised by every change, so that of two administrators who save at once the second is told.</summary>
    public long Version { get; private set; } = 1;

    public FormTemplate Template
    {
        get
        {
            if (!ReferenceEquals(_template?.Json, TemplateJson))
                _template = (TemplateJson, FormTemplate.Parse(TemplateJson));
            return _template!.Value.Template;
        }
    }

    public void Touch() => Version++;

    public void UseTemplate(string json)
    {
        var template = FormTemplate.Parse(json);
        (TemplateJson, TemplateKey) = (json, template.Key);
    }

    /// <summary>Has the forms printed upright or across; nothing else of the template changes.</summary>
    public void Lay(PageOrientation orientation)
    {
        if (Template.Print.Orientation != orientation)
            UseTemplate(FormTemplate.WithOrientation(TemplateJson, orientation));
    }
}
