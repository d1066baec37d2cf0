using System.Globalization;
using System.Text;

namespace PerfTargets.Documents.Tests.Reading;

sealed record PdfName(string Value);

sealed record PdfReference(int Id);

/// <summary>A word that is neither a value nor a bracket: an operator, obj, endobj …</summary>
sealed record PdfWord(string Value);

/// <summary>A string; whether it was written in hexadecimal does not matter to a reader.</summary>
sealed record PdfString(byte[] Bytes)
{
    /// <summary>As a text string (ISO 32000-1, 7.9.2.2).</summary>
    public string Text => Bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(Bytes.AsSpan(2)) : Encoding.Latin1.GetString(Bytes);
}

/// <summary>Reads the objects of PDF syntax (ISO 32000-1, 7.2 and 7.3), of a file as of a content stream. Shares no code with the writer.</summary>
sealed class PdfSyntax(byte[] data, int at = 0)
{
    static object EndOfArray { get; } = new();
    static object EndOfDictionary { get; } = new();

    /// <summary>Where the next object is looked for.</summary>
    public int At { get; private set; } = at;

    /// <summary>The operators of a content stream with their operands.</summary>
    public static IEnumerable<(string Operator, object?[] Operands)> Operators(byte[] content)
    {
        var (syntax, operands) = (new PdfSyntax(content), new List<object?>());
        while (syntax.Skip())
        {
            var next = syntax.Read();
            if (next is PdfWord word)
            {
                yield return (word.Value, [.. operands]);
                operands.Clear();
            }
            else
            {
                operands.Add(next);
            }
        }
        Assert.Empty(operands);
    }

    public object? Read()
    {
        var value = ReadToken();
        Assert.True(value != EndOfArray && value != EndOfDictionary, $"A closing bracket without an opening one before byte {At}.");
        return value;
    }

    /// <summary>Goes to the next byte that is not white space; false at the end.</summary>
    public bool Skip()
    {
        while (At < data.Length && IsBlank(data[At])) At++;
        return At < data.Length;
    }

    object? ReadToken()
    {
        Assert.True(Skip(), "An object is missing at the end.");
        switch ((char)data[At])
        {
            case '/': return new PdfName(Encoding.Latin1.GetString(ReadRegular(At + 1)));
            case '(': return ReadLiteral();
            case '[': return ReadArray();
            case ']': return Advance(1, EndOfArray);
            case '<' when data[At + 1] == '<': return ReadDictionary();
            case '<': return ReadHexadecimal();
            case '>': return Advance(2, EndOfDictionary);
            default: return ReadWord();
        }
    }

    object? ReadWord()
    {
        var word = Encoding.Latin1.GetString(ReadRegular(At));
        if (word is "true" or "false") return word == "true";
        if (word == "null") return null;
        if (word[0] is not (>= '0' and <= '9' or '-' or '+' or '.')) return new PdfWord(word);
        var number = double.Parse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return ReadReference((int)number) ?? (object)number;
    }

    PdfReference? ReadReference(int id)
    {
        var here = At;
        if (Skip() && data[At] == '0' && ReadRegular(At).Length == 1 && Skip() && data[At] == 'R' && ReadRegular(At).Length == 1) return new(id);
        At = here;
        return null;
    }

    object?[] ReadArray()
    {
        At++;
        var items = new List<object?>();
        while (ReadToken() is var item && item != EndOfArray) items.Add(item);
        return [.. items];
    }

    Dictionary<string, object?> ReadDictionary()
    {
        At += 2;
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (ReadToken() is var key && key != EndOfDictionary) entries.Add(Assert.IsType<PdfName>(key).Value, Read());
        return entries;
    }

    PdfString ReadLiteral()
    {
        var end = Array.IndexOf(data, (byte)')', At);
        var bytes = data[(At + 1)..end];
        Assert.DoesNotContain((byte)'\\', bytes);
        return Advance(bytes.Length + 2, new PdfString(bytes));
    }

    PdfString ReadHexadecimal()
    {
        var end = Array.IndexOf(data, (byte)'>', At);
        // ISO 19005-2, 6.1.6: an even number of digits and nothing else.
        var bytes = Convert.FromHexString(Encoding.Latin1.GetString(data, At + 1, end - At - 1));
        return Advance(end + 1 - At, new PdfString(bytes));
    }

    byte[] ReadRegular(int from)
    {
        var end = from;
        while (end < data.Length && !IsBlank(data[end]) && !"/()<>[]{}%"u8.Contains(data[end])) end++;
        At = end;
        return data[from..end];
    }

    T Advance<T>(int bytes, T value)
    {
        At += bytes;
        return value;
    }

    static bool IsBlank(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;
}
