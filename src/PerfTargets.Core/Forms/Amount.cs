using PerfTargets.Core.Common;

namespace PerfTargets.Core.Forms;

/// <summary>What stands in a money field: blank, an amount, or a text that is not an amount. The last is kept as typed, never read as 0.</summary>
public sealed record Amount
{
    public static readonly Amount Blank = new(null, null);

    private Amount(Money? value, string? unreadText) => (Value, UnreadText) = (value, unreadText);

    public Money? Value { get; }

    /// <summary>The text as typed where it could not be read; null when the field is blank or holds an amount.</summary>
    public string? UnreadText { get; }

    /// <summary>The amount, or where it is a number finer than a 分 the whole 分 in it, which is what it is at least; null for what is no number.</summary>
    public Money? Least => Value ?? (UnreadText is not null && Money.TryReadWholeFen(UnreadText, out var least) ? least : null);

    public bool IsBlank => Value is null && UnreadText is null;

    /// <summary>What the field shows and the table prints.</summary>
    public string Text => Value?.ToWanText() ?? UnreadText ?? "";

    public static Amount Of(Money value) => new(value, null);

    public static Amount FromStored(long? fen, string? unreadText) =>
        fen is { } value ? Of(new Money(value)) : string.IsNullOrEmpty(unreadText) ? Blank : new Amount(null, unreadText);

    public static Amount FromTyped(string? typed)
    {
        var text = TypedText.Normalise(typed);
        if (string.IsNullOrWhiteSpace(text))
            return Blank;
        return Money.TryReadWan(text, out var money) ? Of(money) : new Amount(null, text);
    }
}
