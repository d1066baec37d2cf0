using System.Numerics;

namespace PerfTargets.Documents.Compression;

/// <summary>How tokens are written: a code for literals and lengths and one for distances (RFC 1951, 3.2.5 to 3.2.7).</summary>
sealed class DeflateBlock
{
    const int Literals = 286, Distances = 30, EndOfBlock = 256;

    readonly HuffmanCode _literals, _distances;
    readonly Header? _header;

    DeflateBlock(HuffmanCode literals, HuffmanCode distances, Header? header) =>
        (_literals, _distances, _header) = (literals, distances, header);

    /// <summary>The code of RFC 1951, 3.2.6, that needs no header.</summary>
    public static DeflateBlock Fixed { get; } = new(HuffmanCode.Of(FixedLengths()), HuffmanCode.Of(Filled(Distances, 5)), null);

    static int[] LengthBases { get; } =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    /// <summary>For each length from 3 the last of the bases that is not above it.</summary>
    static byte[] LengthSymbols { get; } = SymbolsOfLengths();

    /// <summary>The best code for these tokens.</summary>
    /// <param name="forAny">Whether the code must be able to write other tokens too.</param>
    public static DeflateBlock For(ReadOnlySpan<Token> tokens, bool forAny = false)
    {
        var (literals, distances) = (new int[Literals], new int[Distances]);
        literals[EndOfBlock] = 1;
        foreach (var token in tokens)
        {
            literals[token.IsMatch ? LengthSymbol(token.Length) : token.Literal]++;
            if (token.IsMatch) distances[DistanceSymbol(token.Distance)]++;
        }
        if (forAny)
        {
            foreach (ref var count in literals.AsSpan()) count = count * 4 + 1;
            foreach (ref var count in distances.AsSpan()) count = count * 4 + 1;
        }
        var (first, second) = (HuffmanCode.From(literals, 15), HuffmanCode.From(distances, 15));
        var own = new DeflateBlock(first, second, new Header(first.UsedLengths, second.UsedLengths));
        return own.Cost(literals, distances) <= Fixed.Cost(literals, distances) ? own : Fixed;
    }

    public void Write(BitWriter to, ReadOnlySpan<Token> tokens, bool isLast)
    {
        Begin(to, isLast);
        foreach (var token in tokens) Write(to, token);
        End(to);
    }

    public void Begin(BitWriter to, bool isLast)
    {
        to.Bits(isLast ? 1u : 0, 1);
        to.Bits(_header is null ? 1u : 2u, 2);
        _header?.Write(to);
    }

    public void Write(BitWriter to, Token token)
    {
        if (!token.IsMatch)
        {
            _literals.Write(to, token.Literal);
            return;
        }
        var symbol = LengthSymbol(token.Length);
        _literals.Write(to, symbol);
        // 258 has a symbol of its own; the others of a class are told apart by extra bits.
        var index = symbol - EndOfBlock - 1;
        if (index is >= 8 and < 28) to.Bits((uint)(token.Length - LengthBases[index]), (index - 4) / 4);
        var distance = DistanceSymbol(token.Distance);
        _distances.Write(to, distance);
        if (distance >= 4) to.Bits((uint)(token.Distance - DistanceBase(distance)), distance / 2 - 1);
    }

    public void End(BitWriter to) => _literals.Write(to, EndOfBlock);

    int Cost(int[] literals, int[] distances) => (_header?.Cost ?? 0) + _literals.Cost(literals) + _distances.Cost(distances);

    static byte[] FixedLengths()
    {
        var lengths = Filled(288, 8);
        lengths.AsSpan(144..256).Fill(9);
        lengths.AsSpan(256..280).Fill(7);
        return lengths;
    }

    static byte[] Filled(int count, byte value)
    {
        var filled = new byte[count];
        Array.Fill(filled, value);
        return filled;
    }

    static byte[] SymbolsOfLengths()
    {
        var symbols = new byte[256];
        for (var (length, symbol) = (3, 0); length <= 258; length++)
        {
            if (symbol + 1 < LengthBases.Length && LengthBases[symbol + 1] <= length) symbol++;
            symbols[length - 3] = (byte)symbol;
        }
        return symbols;
    }

    static int LengthSymbol(int length) => EndOfBlock + 1 + LengthSymbols[length - 3];

    static int DistanceSymbol(int distance)
    {
        if (distance <= 2) return distance - 1;
        var log = BitOperations.Log2((uint)(distance - 1));
        return 2 * log + (distance - 1 >> log - 1 & 1);
    }

    static int DistanceBase(int symbol) => 1 + ((2 + (symbol & 1)) << symbol / 2 - 1);

    /// <summary>The lengths of both codes, themselves compressed (RFC 1951, 3.2.7).</summary>
    sealed class Header
    {
        const int Repeat = 16, FewZeros = 17, ManyZeros = 18;

        readonly int _literals, _distances, _used;

        /// <summary>The symbol of each run, and above its byte what its extra bits say.</summary>
        readonly List<int> _runs;

        readonly HuffmanCode _code;

        public Header(ReadOnlySpan<byte> literals, ReadOnlySpan<byte> distances)
        {
            (_literals, _distances) = (literals.Length, distances.Length);
            _runs = Runs([.. literals, .. distances]);
            Span<int> counts = stackalloc int[19];
            foreach (var run in _runs)
            {
                counts[(byte)run]++;
                Cost += ExtraBits((byte)run);
            }
            _code = HuffmanCode.From(counts, 7);
            _used = Order.Length;
            while (_used > 4 && _code.Lengths[Order[_used - 1]] == 0) _used--;
            Cost += 14 + 3 * _used + _code.Cost(counts);
        }

        static ReadOnlySpan<byte> Order => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

        /// <summary>In bits.</summary>
        public int Cost { get; }

        public void Write(BitWriter to)
        {
            to.Bits((uint)(_literals - 257), 5);
            to.Bits((uint)(_distances - 1), 5);
            to.Bits((uint)(_used - 4), 4);
            foreach (var symbol in Order[.._used]) to.Bits(_code.Lengths[symbol], 3);
            foreach (var run in _runs)
            {
                _code.Write(to, (byte)run);
                to.Bits((uint)run >> 8, ExtraBits((byte)run));
            }
        }

        static int ExtraBits(int symbol) => symbol switch { Repeat => 2, FewZeros => 3, ManyZeros => 7, _ => 0 };

        /// <summary>Code lengths with their repetitions: 16 repeats the last 3 to 6 times, 17 and 18 are 3 to 10 and 11 to 138 zeros.</summary>
        static List<int> Runs(ReadOnlySpan<byte> lengths)
        {
            var runs = new List<int>();
            for (var at = 0; at < lengths.Length;)
            {
                var length = lengths[at];
                var run = lengths[at..].IndexOfAnyExcept(length) is var end and >= 0 ? end : lengths.Length - at;
                at += run;
                if (length != 0)
                {
                    runs.Add(length);
                    run--;
                }
                while (run >= 3)
                {
                    var (symbol, least, most) = length != 0 ? (Repeat, 3, 6) : run <= 10 ? (FewZeros, 3, 10) : (ManyZeros, 11, 138);
                    var taken = Math.Min(run, most);
                    runs.Add(symbol | taken - least << 8);
                    run -= taken;
                }
                for (; run > 0; run--) runs.Add(length);
            }
            return runs;
        }
    }
}
