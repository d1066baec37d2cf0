using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>
/// The editor's post, read by hand: the names of its fields are computed, and whatever is missing, doubled or made up must neither fail nor
/// blank out what is stored.
/// </summary>
public sealed record PostedForm
{
    /// <summary>The hidden fields that name what 填写说明 on the page hold to, and those of the corrections on it.</summary>
    public const string ReasonField = "reason", CorrectionField = "correction";

    private const string TokenField = "__RequestVerificationToken";

    /// <summary>The hidden field of a row that came back 待核对.</summary>
    public const string UnconfirmedField = "unconfirmed";

    /// <summary>Reasons that hold to nothing on the page are kept for a time, the newest of them.</summary>
    private const int MostForgotten = 100;

    /// <summary>In bytes, of a form with 30 rows.</summary>
    private const int UsualPost = 16 * 1024;

    /// <summary>What stands behind the colon of the button that Enter presses.</summary>
    public const string EnterKey = "enter";

    public required long Version { get; init; }
    public required Guid OperationId { get; init; }

    /// <summary>Of all that was posted: what tells a post that is sent again from another one with the same <see cref="OperationId"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The button: what it does, and to which row or group.</summary>
    public required string Action { get; init; }

    public required string Target { get; init; }

    /// <summary>What stands in the fields, before the button does anything to the rows.</summary>
    public required FormContent Typed { get; init; }

    /// <summary>What 撤销 can bring back, the newest first.</summary>
    public required IReadOnlyList<RemovedRow> Removed { get; init; }

    /// <summary>The marks of 检查 were on the page.</summary>
    public required bool ShowsBlanks { get; init; }

    /// <summary>The corrections that were offered on the page, by <see cref="Finding.CorrectionKey"/>.</summary>
    public required IReadOnlyList<string> Corrections { get; init; }

    /// <summary>The conflict page's answers.</summary>
    public required IReadOnlyDictionary<string, MergeSide> Choices { get; init; }

    /// <summary>The warnings on the page with what is written of each, also where that is nothing.</summary>
    public required IReadOnlyList<FindingReason> Explained { get; init; }

    /// <summary>填写说明 was typed or taken away.</summary>
    public required bool HasTypedReasons { get; init; }

    /// <summary>What the page had shown, before anything was typed.</summary>
    public required ShownTexts Shown { get; init; }

    /// <summary>For the same button on the form as others have changed it: another request, but the same for a resent post.</summary>
    public Guid SecondOperationId => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{OperationId} {Sha256}")).AsSpan(0, 16));

    public FormRequest Request(Guid formId) => new(formId, Version, OperationId, Sha256);

    /// <inheritdoc cref="SecondOperationId"/>
    public FormRequest SecondRequest(TargetForm form) => new(form.Id, form.Version, SecondOperationId, Sha256);

    /// <summary>The post comes from the conflict page.</summary>
    public bool IsResolution => Action is "resolve" or "mine" or "theirs";

    public FormContent Resolve(TargetForm form) => Action switch
    {
        "mine" => Merge(form, Questions(form).ToDictionary(question => question.Key, _ => MergeSide.Mine)),
        "theirs" => Merge(form, Questions(form).ToDictionary(question => question.Key, _ => MergeSide.Theirs)),
        _ => Merge(form, Choices),
    };

    /// <summary>Where others have typed too.</summary>
    public IReadOnlyList<MergeQuestion> Questions(TargetForm form) =>
        FormMerge.Questions(Typed, form.Content, form.BudgetYear!.Template, Shown);

    /// <summary>What was typed and does not stand in the form.</summary>
    public IReadOnlyList<MergeQuestion> Unsaved(TargetForm form) =>
        FormMerge.Typed(Typed, form.Content, form.BudgetYear!.Template, Shown);

    /// <summary>What is said of a content that was made of two.</summary>
    public string ResolvedNote => Action == "resolve" && Choices.Any(choice => choice.Value == MergeSide.Both && !FormMerge.IsRow(choice.Key))
        ? "已按您的选择合并并保存。选了“两边都要”的地方，现在两段文字一前一后，请删改成一段。"
        : "已按您的选择合并并保存。";

    private FormContent Merge(TargetForm form, IReadOnlyDictionary<string, MergeSide> choices) =>
        FormMerge.Resolve(Typed, form.Content, form.BudgetYear!.Template, Shown, choices);

    /// <summary>
    /// The field in which Enter was pressed, as far as a post can tell: of those in which Enter saves, the last that was changed. Null when a
    /// button was pressed.
    /// </summary>
    public string? EnteredIn(FormContent stored, FormTemplate template) => (Action, Target) != ("save", EnterKey) ? null
        : FormFields.Head(Typed, template).Zip(FormFields.Head(stored, template))
            .LastOrDefault(pair => pair.First.Text != pair.Second.Text && pair.First.Place is { IsFunds: true } or { Field: HeadField.ProjectPeriod })
            .First?.Place.Anchor;

    public static PostedForm Read(IFormCollection post, TargetForm form)
    {
        var button = post["action"].ToString().Split(':', 2);
        var shown = ShownTexts.Read(post[ShownTexts.FieldName]);
        var explained = ReasonsOn(post).ToList();
        return new PostedForm
        {
            Version = long.TryParse(post["version"], out var version) ? version : -1,
            OperationId = Operation.IdOf(Guid.TryParse(post["operation"], out var operation) ? operation : Guid.Empty),
            Sha256 = Sha256Of(post),
            Action = button[0],
            Target = button.Length > 1 ? button[1] : "",
            Removed = RemovedRow.Read(post),
            ShowsBlanks = post["checked"] == "1",
            Corrections = [.. post[CorrectionField].OfType<string>().Distinct()],
            Choices = Answers(post),
            Explained = explained,
            HasTypedReasons = explained.Exists(reason => !shown.IsAsShown(Place.Reason(reason.Key).Anchor, reason.Text.Length > 0 ? reason.Text : null)),
            Shown = shown,
            Typed = TypedOf(post, form.Content, form.BudgetYear!.Template),
        };
    }

    /// <summary>The form as it was typed; what was not posted stays as it is stored.</summary>
    public static FormContent TypedOf(IFormCollection post, FormContent stored, FormTemplate template)
    {
        return new FormContent
        {
            ProjectName = Text(HeadField.ProjectName, stored.ProjectName),
            Department = stored.Department,
            ImplementingUnit = stored.ImplementingUnit,
            ProjectAttribute = Text(HeadField.ProjectAttribute, stored.ProjectAttribute),
            ProjectPeriod = Text(HeadField.ProjectPeriod, stored.ProjectPeriod),
            OverallGoal = post.TryGetValue(HeadField.OverallGoal, out var goal) ? TypedText.Lines(goal[0], stored.OverallGoal) : stored.OverallGoal,
            Funds = [.. template.Funds.Select(line => new FundsEntry(line.Key, Funds(line.Key)))],
            Indicators = Rows(post, stored),
            NotApplicable = NotApplicable(post, stored, template),
            Reasons = Reasons(post, stored),
            // A row that the script brought back after a save without it says that it was 待核对.
            Unconfirmed = [.. stored.Unconfirmed.Union(post[UnconfirmedField].OfType<string>())],
        };

        string Text(string field, string kept) => Line(post, Place.Head(field), kept);

        Amount Funds(string key) => Amount.FromTyped(Line(post, Place.Funds(key), stored.FundsOf(key).Text));
    }

    private static List<IndicatorRow> Rows(IFormCollection post, FormContent stored)
    {
        // Even an empty form posts its blank rows: no row at all is no wish to delete them all.
        if (!post.ContainsKey("row"))
            return [.. stored.Indicators];
        var known = stored.Indicators.ToDictionary(row => row.Id);
        var rows = new List<IndicatorRow>();
        foreach (var entry in post["row"])
        {
            var parts = (entry ?? "").Split(':', 2);
            if (parts.Length != 2 || !Guid.TryParse(parts[1], out var id) || id == Guid.Empty)
                continue;
            var kept = known.GetValueOrDefault(id);
            rows.Add(new IndicatorRow(
                id, parts[0], Line(post, Place.RowName(parts[0], id), kept?.Name ?? ""), Line(post, Place.RowValue(parts[0], id), kept?.Value ?? "")));
        }
        return rows;
    }

    private static string Line(IFormCollection post, Place place, string kept) =>
        post.TryGetValue(place.Anchor, out var typed) ? TypedText.Line(typed[0], kept) : kept;

    /// <summary>A reason typed without the tick means the tick too, unless the tick was just taken away.</summary>
    private static List<NotApplicableGroup> NotApplicable(IFormCollection post, FormContent stored, FormTemplate template)
    {
        if (!post.ContainsKey("row") && !post.ContainsKey("na"))
            return [.. stored.NotApplicable];
        var marks = new List<NotApplicableGroup>();
        foreach (var group in template.Groups.Where(group => group.NotApplicableAllowed))
        {
            var reason = TypedText.Lines(post["na-reason-" + group.Key].ToString(), stored.NotApplicableOf(group.Key)?.Reason ?? "");
            if (post["na"].Contains(group.Key) || (reason.Length > 0 && !post["na-was"].Contains(group.Key)))
                marks.Add(new NotApplicableGroup(group.Key, reason));
        }
        return marks;
    }

    /// <summary>Those on the page stand behind the others: what nobody has seen for long is the first to go.</summary>
    private static List<FindingReason> Reasons(IFormCollection post, FormContent stored)
    {
        var kept = stored.Reasons.DistinctBy(reason => reason.Key).ToDictionary(reason => reason.Key, reason => reason.Text, StringComparer.Ordinal);
        var posted = ReasonsOn(post).DistinctBy(reason => reason.Key).ToList();
        var others = stored.Reasons.Where(reason => posted.TrueForAll(one => one.Key != reason.Key)).TakeLast(MostForgotten);
        var typed = posted.Select(reason => reason with { Text = TypedText.Lines(reason.Text, kept.GetValueOrDefault(reason.Key, "")) });
        return [.. others, .. typed.Where(reason => reason.Text.Length > 0)];
    }

    /// <summary>填写说明 as posted: hidden fields say to what they hold.</summary>
    private static IEnumerable<FindingReason> ReasonsOn(IFormCollection post)
    {
        foreach (var entry in post[ReasonField])
        {
            if (TypedText.Normalise(entry).Split(':', 4) is [var key, var code, var place, var raw] && post.TryGetValue(Place.Reason(key).Anchor, out var text))
                yield return new FindingReason(code, place, raw, text.ToString());
        }
    }

    /// <summary>What the hidden field says of the finding, beginning with the key by which the page called its field: another program may call it otherwise.</summary>
    /// <param name="key"><see cref="Finding.Key"/>, which is made anew each time that it is asked for.</param>
    public static string ReasonEntry(Finding finding, string key) => $"{key}:{finding.Code}:{finding.Place.Anchor}:{finding.Raw}";

    public static string ReasonEntry(FindingReason reason) => $"{reason.Key}:{reason.Code}:{reason.Place}:{reason.Raw}";

    /// <summary>Without the token, which is another after signing in again. Each text has its length before it, so that no other post is written alike.</summary>
    public static string Sha256Of(IFormCollection post)
    {
        var fields = post.Where(field => field.Key != TokenField).ToArray();
        Array.Sort(fields, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        var written = new ArrayBufferWriter<byte>(UsualPost);
        foreach (var (key, values) in fields)
        {
            Write(key);
            Number(values.Count);
            foreach (var value in values)
                Write(value ?? "");
        }
        return Convert.ToHexStringLower(SHA256.HashData(written.WrittenSpan));

        void Write(string text)
        {
            Number(text.Length);
            Encoding.UTF8.GetBytes(text, written);
        }

        void Number(int number)
        {
            BinaryPrimitives.WriteInt32LittleEndian(written.GetSpan(sizeof(int)), number);
            written.Advance(sizeof(int));
        }
    }

    private static Dictionary<string, MergeSide> Answers(IFormCollection post)
    {
        const string prefix = "choose-";
        return post.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(
            field => field.Key[prefix.Length..],
            field => field.Value.ToString() switch { "theirs" => MergeSide.Theirs, "both" => MergeSide.Both, _ => MergeSide.Mine },
            StringComparer.Ordinal);
    }
}
