using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Errors;

/// <summary>Shown in place of a post whose token was stale.</summary>
[ForEveryone]
public sealed class KeptPostModel : PageModel;
