namespace PerfTargets.Documents.Compression;

/// <summary>A canonical prefix code (RFC 1951, 3.2.2), built from how often each symbol occurs. The same counts give the same code.</summary>
sealed class HuffmanCode
{
    const int SymbolBits = 9;

    readonly byte[] _lengths;
    readonly ushort[] _codes;

    HuffmanCode(byte[] lengths) => (_lengths, _codes) = (lengths, Canonical(lengths));

    /// <summary>The length of each symbol's code in bits, 0 for a symbol that has none.</summary>
    public ReadOnlySpan<byte> Lengths => _lengths;

    /// <summary>The same up to the last symbol that has a code.</summary>
    public ReadOnlySpan<byte> UsedLengths => Lengths[..(Lengths.LastIndexOfAnyExcept((byte)0) + 1)];

    /// <param name="counts">How often each symbol occurs, below four million times.</param>
    /// <param name="limit">The most bits a code may have.</param>
    public static HuffmanCode From(ReadOnlySpan<int> counts, int limit)
    {
        // The weight above the symbol: they sort by weight, and equal ones by symbol.
        Span<int> leaves = stackalloc int[counts.Length];
        var used = 0;
        for (var symbol = 0; symbol < counts.Length; symbol++) if (counts[symbol] > 0) leaves[used++] = Leaf(counts[symbol], symbol);
        // A decoder wants a complete code, so one symbol alone gets a sibling that never occurs.
        for (var symbol = 0; used < 2; symbol++) if (counts[symbol] == 0) leaves[used++] = Leaf(1, symbol);
        leaves = leaves[..used];
        leaves.Sort();
        var lengths = Depths(leaves);
        Limit(lengths, limit);
        var all = new byte[counts.Length];
        for (var i = 0; i < used; i++) all[Symbol(leaves[i])] = (byte)lengths[i];
        return new HuffmanCode(all);
    }

    /// <summary>The fixed code for these lengths.</summary>
    public static HuffmanCode Of(byte[] lengths) => new(lengths);

    public void Write(BitWriter to, int symbol) => to.Bits(_codes[symbol], _lengths[symbol]);

    /// <summary>Bits that text with these counts takes.</summary>
    public int Cost(ReadOnlySpan<int> counts)
    {
        var bits = 0;
        for (var symbol = 0; symbol < counts.Length; symbol++) bits += counts[symbol] * _lengths[symbol];
        return bits;
    }

    static int Leaf(int weight, int symbol) => weight << SymbolBits | symbol;

    static int Weight(int leaf) => leaf >> SymbolBits;

    static int Symbol(int leaf) => leaf & (1 << SymbolBits) - 1;

    /// <summary>The depth of each leaf of the Huffman tree over ascending weights: joined nodes come out in ascending order too.</summary>
    static Span<int> Depths(ReadOnlySpan<int> leaves)
    {
        var count = leaves.Length;
        var (joined, parents) = (new long[count - 1], new int[2 * count - 1]);
        for (int node = 0, leaf = 0, inner = 0; node < count - 1; node++)
        {
            for (var pick = 0; pick < 2; pick++)
            {
                var isLeaf = leaf < count && (inner >= node || Weight(leaves[leaf]) <= joined[inner]);
                joined[node] += isLeaf ? Weight(leaves[leaf]) : joined[inner];
                parents[isLeaf ? leaf++ : count + inner++] = count + node;
            }
        }
        var depths = new int[2 * count - 1];
        for (var node = 2 * count - 3; node >= 0; node--) depths[node] = depths[parents[node]] + 1;
        return depths.AsSpan(0, count);
    }

    /// <summary>Shortens codes above the limit and lengthens the rarest others until the code is complete again. Longest come first.</summary>
    static void Limit(Span<int> lengths, int limit)
    {
        var space = 1L << limit;
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = Math.Min(lengths[i], limit);
            space -= 1L << limit - lengths[i];
        }
        while (space < 0)
        {
            // The rarest symbol below the limit gives up half of its room.
            var i = 0;
            while (lengths[i] == limit) i++;
            lengths[i]++;
            space += 1L << limit - lengths[i];
        }
        for (var i = lengths.Length - 1; i >= 0 && space > 0; i--)
        {
            for (; lengths[i] > 1 && 1L << limit - lengths[i] <= space; lengths[i]--) space -= 1L << limit - lengths[i];
        }
    }

    static ushort[] Canonical(byte[] lengths)
    {
        var next = new int[17];
        foreach (var length in lengths) if (length > 0) next[length + 1]++;
        for (var length = 1; length <= 16; length++) next[length] = (next[length] + next[length - 1]) << 1;
        var codes = new ushort[lengths.Length];
        for (var symbol = 0; symbol < lengths.Length; symbol++)
            if (lengths[symbol] > 0) codes[symbol] = Reversed(next[lengths[symbol]]++, lengths[symbol]);
        return codes;
    }

    /// <summary>Codes go into the stream from their highest bit.</summary>
    static ushort Reversed(int code, int length)
    {
        var reversed = 0;
        for (; length > 0; length--, code >>= 1) reversed = reversed << 1 | code & 1;
        return (ushort)reversed;
    }
}
