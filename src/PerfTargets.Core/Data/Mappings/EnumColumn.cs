namespace PerfTargets.Core.Data.Mappings;

/// <summary>Enums are stored by their names, readable in any tool. Ordering or comparing them by more or less in a query means the alphabet.</summary>
internal static class EnumColumn
{
    public const int MaxLength = 40;
}
