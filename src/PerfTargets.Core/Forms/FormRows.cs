namespace PerfTargets.Core.Forms;

/// <summary>A line of 项目资金 as stored.</summary>
public sealed class FundsLine
{
    /// <summary>The key of the total in every template.</summary>
    public const string TotalKey = "total";

    public Guid FormId { get; init; }
    public required string Key { get; init; }
    public int Position { get; set; }

    /// <summary>The amount in 分; null when blank or unreadable.</summary>
    public long? Fen { get; set; }

    /// <summary>The text as typed, where it could not be read.</summary>
    public string? UnreadText { get; set; }
}

/// <summary>三级指标 as stored. Text and value are as typed; what is read from them is computed where it is needed.</summary>
public sealed class Indicator
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid FormId { get; init; }
    public string GroupKey { get; set; } = "";
    public int Position { get; set; }
    public string Name { get; set; } = "";
    public string Value { get; set; } = "";
}

/// <summary>填写说明 as stored. What it holds to may be as long as any text, and is no key.</summary>
public sealed class WrittenReason
{
    public Guid FormId { get; init; }
    public int Position { get; init; }
    public string Code { get; set; } = "";

    /// <summary>The anchor of the place.</summary>
    public string Place { get; set; } = "";

    /// <summary>What stood there.</summary>
    public string Raw { get; set; } = "";

    public string Text { get; set; } = "";
}

/// <summary>不涉及 as stored.</summary>
public sealed class NotApplicableMark
{
    public Guid FormId { get; init; }
    public required string GroupKey { get; init; }
    public int Position { get; set; }
    public string Reason { get; set; } = "";
}
