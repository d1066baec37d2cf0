using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure.KeptPosts;
using PerfTargets.Web.Pages.Forms;

namespace PerfTargets.Web.Pages.Errors;

/// <summary>A text that somebody typed, under the words that stood beside its field.</summary>
public sealed record KeptText(string Label, string Text);

/// <summary>What was typed in a kept post, in the order of its page, to be read or copied. What the program put into the post itself is not shown.</summary>
public sealed class KeptTexts(PerfTargetsDbContext db)
{
    private const string Forms = "/forms/";
    private const string Editor = "/edit";
    private const string Check = "/check";

    /// <summary>The fields of all pages but the editor's, in which people type; a sweep over the pages holds this to their labels.</summary>
    private static readonly (string Page, string Field, string Label)[] Labels =
    [
        (Forms + "new", "name", "新项目名称"),
        (Forms, "phrases", "常用退回意见"),
        (Forms, "opinion", "审核意见"),
        ("/approvals", "Input.Document", "批复文号"),
        ("/approvals", "Input.Date", "批复日期"),
        ("/admin/years", "Input.Year", "预算年度"),
        ("/admin/years", "Input.Deadline", "填报截止日期"),
        ("/admin/years", "Input.ClosesToBureaus", "关闭填报日期"),
        ("/admin/years", "Input.ClosesToReviewers", "关闭审核日期"),
        ("/admin/organisations", "Input.Name", "名称"),
        ("/admin/organisations", "Input.Code", "预算编码"),
        ("/admin/staff", "Input.DisplayName", "姓名"),
        ("/admin/staff", "Input.UserName", "用户名"),
        ("/admin/projects", "Input.Name", "项目名称"),
        ("/admin/projects", "Input.Code", "项目编码"),
    ];

    public static string? LabelOf(string page, string field) =>
        Labels.FirstOrDefault(one => page.StartsWith(one.Page, StringComparison.OrdinalIgnoreCase) && one.Field == field).Label ?? CheckSettingsInput.LabelOf(field);

    public async Task<IReadOnlyList<KeptText>> OfAsync(KeptPost post, CancellationToken cancel)
    {
        var page = post.Target.Split('?')[0];
        var texts = page.StartsWith(Forms, StringComparison.OrdinalIgnoreCase) && page.EndsWith(Editor, StringComparison.OrdinalIgnoreCase)
            ? OfEditor(post, await TemplateAsync(page[Forms.Length..^Editor.Length], cancel))
            : page.StartsWith(Forms, StringComparison.OrdinalIgnoreCase) && page.EndsWith(Check, StringComparison.OrdinalIgnoreCase)
            ? post.Fields.Where(field => field.Key.StartsWith(Place.ReasonPrefix, StringComparison.Ordinal)).Select(field => new KeptText("填写说明", field.Value))
            : post.Fields.Select(field => (Label: LabelOf(page, field.Key), field.Value)).Where(one => one.Label is not null).Select(one => new KeptText(one.Label!, one.Value));
        return [.. texts.Where(one => !string.IsNullOrWhiteSpace(one.Text))];
    }

    private static IEnumerable<KeptText> OfEditor(KeptPost post, FormTemplate template)
    {
        var fields = new FormCollection(post.Fields.GroupBy(field => field.Key).ToDictionary(group => group.Key, group => new StringValues([.. group.Select(field => field.Value)])));
        var typed = PostedForm.TypedOf(fields, new FormContent(), template);
        foreach (var field in FormFields.Head(typed, template).Concat(FormFields.Rows(typed, template)))
            yield return new KeptText(field.Label, field.Text);
        foreach (var mark in typed.NotApplicable)
            yield return new KeptText($"{template.FindGroup(mark.GroupKey)?.Label}不涉及的原因", mark.Reason);
        foreach (var reason in typed.Reasons)
            yield return new KeptText($"{FormFields.LabelOf(reason.Place, typed, template)}的填写说明", reason.Text);
    }

    /// <summary>The words of the form's year; those we ship where the database is what failed.</summary>
    private async Task<FormTemplate> TemplateAsync(string formId, CancellationToken cancel)
    {
        try
        {
            if (await YearAsync(Guid.TryParse(formId, out var id) ? id : Guid.Empty, cancel) is { } year)
                return year.Template;
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // It has been logged as what ended the request.
        }
        return FormTemplate.Parse(ShippedTemplates.Json(Core.Forms.FormFile.DefaultTemplate));
    }

    /// <summary>The form's year; the newest where the form is gone.</summary>
    private async Task<BudgetYear?> YearAsync(Guid id, CancellationToken cancel) =>
        await db.Forms.Where(form => form.Id == id).Select(form => form.BudgetYear).FirstOrDefaultAsync(cancel)
        ?? await db.Years.AsNoTracking().OrderByDescending(one => one.Year).FirstOrDefaultAsync(cancel);
}
