using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>All that a check may look at: the form, its template and its year, and what stands beside it. No clock, no database.</summary>
/// <param name="Unprintable">The characters of a text that no font in use can print, of which Core knows nothing else.</param>
public sealed record CheckContext(FormContent Form, FormTemplate Template, int Year, Func<string, IReadOnlyList<string>> Unprintable)
{
    private static readonly FormContent NoForm = new();

    private FormReading? _reading;
    private CheckContext? _settings;
    private CheckContext? _goalAndRows;

    /// <summary>Without what was read, so that another form given by <c>with</c> is read anew.</summary>
    private CheckContext(CheckContext other)
    {
        (Form, Template, Year, Unprintable) = (other.Form, other.Template, other.Year, other.Unprintable);
        (FormId, Bureau, LastYear) = (other.FormId, other.Bureau, other.LastYear);
    }

    /// <summary>Which form of <see cref="Bureau"/> this is; for an earlier round, its project's newest.</summary>
    public Guid FormId { get; init; }

    /// <summary>The forms of the whole department in this year, this one among them; null where they are not at hand.</summary>
    public BureauYear? Bureau { get; init; }

    /// <summary>The project in the year before; null where that is not at hand.</summary>
    public YearBefore? LastYear { get; init; }

    /// <summary>Whether the checks would find the same in the other one.</summary>
    public bool Equals(CheckContext? other) => other is not null
        && ReferenceEquals(Template, other.Template) && (Year, FormId, Unprintable, LastYear) == (other.Year, other.FormId, other.Unprintable, other.LastYear)
        && Form == other.Form && (Bureau is null ? other.Bureau is null : Bureau.IsSameAs(other.Bureau));

    public override int GetHashCode() => HashCode.Combine(FormId, Form);

    /// <summary>The form as read, once for all checks.</summary>
    public FormReading Reading => _reading ??= new FormReading(Form, Template);

    /// <summary>Template and year without the form: all that a check may look at that judges a row by itself.</summary>
    internal CheckContext Settings
    {
        get
        {
            if (_settings is null)
            {
                _settings = new CheckContext(NoForm, Template, Year, Unprintable);
                _settings._settings = _settings;
            }
            return _settings;
        }
    }

    /// <summary>Goal and rows with template and year, without what else stands in the form and around it.</summary>
    internal CheckContext GoalAndRows
    {
        get
        {
            if (_goalAndRows is null)
            {
                var form = new FormContent { OverallGoal = Form.OverallGoal, Indicators = Form.Indicators };
                _goalAndRows = new CheckContext(form, Template, Year, Unprintable) { _reading = new FormReading(form, Template, Reading), _settings = Settings };
                _goalAndRows._goalAndRows = _goalAndRows;
            }
            return _goalAndRows;
        }
    }

    /// <summary>Takes from an earlier context, mostly of the same form before its last change, what was read there and is as it was.</summary>
    internal void ReadAfter(CheckContext earlier)
    {
        if (_reading is null && ReferenceEquals(Template, earlier.Template) && (Year, Unprintable) == (earlier.Year, earlier.Unprintable))
            (_reading, _settings) = (new FormReading(Form, Template, earlier.Reading), earlier.Settings);
    }
}

/// <summary>A project in the year before.</summary>
/// <param name="Form">Its form; null where it is known to have had none.</param>
public sealed record YearBefore(FormContent? Form);
