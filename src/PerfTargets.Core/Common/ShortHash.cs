using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PerfTargets.Core.Common;

/// <summary>Tells texts apart in pages and posts, the same in every process. No protection against who wants two texts to be taken for one.</summary>
public static class ShortHash
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<char> text) => NumberOf(text).ToString("x16", CultureInfo.InvariantCulture);

    public static ulong NumberOf(ReadOnlySpan<char> text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text));
}
