using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>All that a check may look at: the form, its template and its year. No clock, no database.</summary>
public sealed record CheckContext(FormContent Form, FormTemplate Template, int Year);
