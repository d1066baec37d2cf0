namespace PerfTargets.Core.Checks;

/// <summary>A family of the catalogue, by the first letter of its codes.</summary>
public sealed record CheckFamily(char Letter, string Title)
{
    public static IReadOnlyList<CheckFamily> All { get; } =
    [
        new('C', "完整性"), new('F', "资金和成本"), new('Q', "指标名称和指标值"), new('L', "量化和用语"),
        new('D', "日期和期限"), new('G', "总体目标"), new('K', "指标分类"), new('X', "跨表和公开"),
    ];

    public IEnumerable<Check> Checks => FormChecks.Catalogue.Where(check => check.Code[0] == Letter);
}
