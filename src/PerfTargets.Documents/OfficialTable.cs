namespace PerfTargets.Documents;

/// <summary>
/// One official form, 部门项目支出预算绩效目标表, as it is to be printed: every text final, every label with its printed suffix.
/// The outputs (screen preview, PDF, spreadsheet) know nothing else of a form.
/// </summary>
public sealed record OfficialTable
{
    /// <summary>The heading, 部门项目支出预算绩效目标表.</summary>
    public required string Title { get; init; }

    /// <summary>The budget year; printed by <see cref="YearLine"/>.</summary>
    public required int Year { get; init; }

    /// <summary>The line with the unit of all amounts, flush with the right edge of the table.</summary>
    public string MoneyUnit { get; init; } = "单位：万元";

    /// <summary>The line of the attachment, 附件 2：…；printed on the first page of a file only. Null prints none.</summary>
    public string? AttachmentLine { get; init; }

    /// <summary>The rows above the funds: 项目名称; 主管部门及代码 with 实施单位; 项目属性 with 项目期.</summary>
    public required IReadOnlyList<HeadRow> Head { get; init; }

    /// <summary>The merged label of the funds rows.</summary>
    public string FundsLabel { get; init; } = "项目资金（万元）";

    /// <summary>The funds lines from top to bottom; may be empty.</summary>
    public required IReadOnlyList<FundsLine> Funds { get; init; }

    /// <summary>年度总体目标 and its text, in which a line feed begins a new paragraph.</summary>
    public required TableField Goal { get; init; }

    /// <summary>The headings of the five columns.</summary>
    public ColumnHeadings Columns { get; init; } = new();

    /// <summary>The label merged over all indicator rows.</summary>
    public string BodyLabel { get; init; } = "绩效指标";

    /// <summary>The first levels (产出指标 …) with their groups and rows.</summary>
    public required IReadOnlyList<IndicatorLevel> Levels { get; init; }

    /// <summary>What the print is for.</summary>
    public PrintPurpose Purpose { get; init; } = PrintPurpose.Publication;

    /// <summary>The words of a draft's watermark, such as 草稿 or 待单位审核; used with <see cref="PrintPurpose.Draft"/> only.</summary>
    public string? StatusText { get; init; }

    /// <summary>The lines below the table of a <see cref="PrintPurpose.Submission"/>, with what is known already as their values.</summary>
    public IReadOnlyList<TableField> Signatures { get; init; } =
        [new("填报人：", ""), new("负责人：", ""), new("填报日期：", "　　　　年　　月　　日")];

    /// <summary>The words where the seal goes, lower right of a <see cref="PrintPurpose.Submission"/>.</summary>
    public string SealLabel { get; init; } = "（单位盖章）";

    /// <summary>How the paper lies.</summary>
    public PageOrientation Orientation { get; init; } = PageOrientation.Landscape;

    /// <summary>The name that a table of contents gives to the form: the value of its first field, 项目名称.</summary>
    public string Name => Head.Count > 0 ? Head[0].First.Value : Title;

    /// <summary>The year in full-width brackets without blanks: （2023年度）.</summary>
    public string YearLine => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"（{Year}年度）");
}

/// <summary>A label and what stands beside it. An empty value prints as an empty cell.</summary>
public sealed record TableField(string Label, string Value);

/// <summary>A row above the funds: one field over the whole width, or two side by side.</summary>
public sealed record HeadRow(TableField First, TableField? Second = null);

/// <summary>One line of the funds.</summary>
/// <param name="Label">The printed label, such as 其中：财政拨款.</param>
/// <param name="Amount">
/// The amount as printed, already formatted, in the unit of <see cref="OfficialTable.MoneyUnit"/>; empty prints blank.
/// </param>
/// <param name="Indent">Steps of 3 em, the width of 其中：, so that 其他资金 (1) stands under 财政拨款.</param>
public sealed record FundsLine(string Label, string Amount, int Indent = 0);

/// <summary>The headings of the five columns.</summary>
public sealed record ColumnHeadings(
    string Name = "名称", string First = "一级指标", string Second = "二级指标", string Third = "三级指标", string Value = "指标值");

/// <summary>A first level, such as 产出指标, with its second levels.</summary>
public sealed record IndicatorLevel(string Label, IReadOnlyList<IndicatorGroup> Groups);

/// <summary>A second level with its rows.</summary>
/// <param name="Label">With its printed suffix: 数量指标（必填硬性指标）.</param>
/// <param name="Rows">The indicators; none prints one row of blank cells.</param>
/// <param name="NotApplicable">The unit declared the group 不涉及: prints “—” for name and value, whatever the rows.</param>
public sealed record IndicatorGroup(string Label, IReadOnlyList<IndicatorRow> Rows, bool NotApplicable = false);

/// <summary>A third level: its name and its 指标值 as typed.</summary>
public sealed record IndicatorRow(string Name, string Value);

/// <summary>What a print is for.</summary>
public enum PrintPurpose
{
    /// <summary>公开件: the table alone.</summary>
    Publication,

    /// <summary>送审件: with lines for 填报人, 负责人 and date, and room for the seal.</summary>
    Submission,

    /// <summary>A draft: with the status as a watermark.</summary>
    Draft,
}

/// <summary>How the paper (A4) lies.</summary>
public enum PageOrientation
{
    /// <summary>297 × 210 mm.</summary>
    Landscape,

    /// <summary>210 × 297 mm.</summary>
    Portrait,
}
