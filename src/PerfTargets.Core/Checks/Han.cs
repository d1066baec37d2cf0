namespace PerfTargets.Core.Checks;

/// <summary>The characters of Chinese.</summary>
internal static class Han
{
    public static bool Is(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';
}
