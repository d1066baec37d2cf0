using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>A page of the form that its address names.</summary>
[OfForm]
public abstract class FormPage : AppPage
{
    /// <summary>The form's id, by the address alone: a post may hold a field of any name.</summary>
    protected Guid FormId => OfFormAttribute.FormId(HttpContext) ?? throw new InvalidOperationException("The page's address names no form.");
}
