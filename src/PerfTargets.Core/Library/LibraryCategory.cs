using PerfTargets.Core.Years;

namespace PerfTargets.Core.Library;

/// <summary>What an entry of the library is about, by which it fits second-level groups of any template, whatever their keys and places.</summary>
public enum LibraryCategory
{
    Quantity,
    Quality,
    Timeliness,
    Cost,
    EconomicBenefit,
    SocialBenefit,
    EcologicalBenefit,
    Sustainability,
    Satisfaction,

    /// <summary>Costs to society and nature, which some templates ask for beside those in money.</summary>
    CostToOthers,
}

public static class LibraryCategories
{
    public static IReadOnlyList<LibraryCategory> All { get; } = Enum.GetValues<LibraryCategory>();

    public static LibraryCategory Of(IndicatorGroup group) => (group.Kind, group.Benefit) switch
    {
        (IndicatorKind.Quantity, _) => LibraryCategory.Quantity,
        (IndicatorKind.Quality, _) => LibraryCategory.Quality,
        (IndicatorKind.Timeliness, _) => LibraryCategory.Timeliness,
        (IndicatorKind.Cost, _) => LibraryCategory.Cost,
        (IndicatorKind.Satisfaction, _) => LibraryCategory.Satisfaction,
        (_, BenefitKind.Economic) => LibraryCategory.EconomicBenefit,
        (_, BenefitKind.Social) => LibraryCategory.SocialBenefit,
        (_, BenefitKind.Ecological) => LibraryCategory.EcologicalBenefit,
        (_, BenefitKind.Sustainability) => LibraryCategory.Sustainability,
        _ => LibraryCategory.CostToOthers,
    };

    public static string Word(this LibraryCategory category) => category switch
    {
        LibraryCategory.Quantity => "数量",
        LibraryCategory.Quality => "质量",
        LibraryCategory.Timeliness => "时效",
        LibraryCategory.Cost => "成本",
        LibraryCategory.EconomicBenefit => "经济效益",
        LibraryCategory.SocialBenefit => "社会效益",
        LibraryCategory.EcologicalBenefit => "生态效益",
        LibraryCategory.Sustainability => "可持续影响",
        LibraryCategory.Satisfaction => "满意度",
        LibraryCategory.CostToOthers => "社会和生态成本",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
    };
}
