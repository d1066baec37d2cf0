using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PerfTargets.Web.Infrastructure.Drawing;

/// <summary>Markup that is written bit by bit and stands in the page as one piece, once.</summary>
public sealed class OneText : TextWriter, IHtmlAsyncContent
{
    /// <summary>In characters: enough for the sheet of a usual form.</summary>
    private const int AtFirst = 64 << 10;

    /// <summary>What may end a text or an attribute, or is read as something else. All other characters mean themselves in a page of UTF-8.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"'`\r\0");

    private char[] _room = ArrayPool<char>.Shared.Rent(AtFirst);
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > _room.Length - _length)
            Grow(_length + buffer.Length);
        buffer.CopyTo(_room.AsSpan(_length));
        _length += buffer.Length;
    }

    /// <summary>
    /// Writes what is no markup. The framework's encoder looks at each Chinese character by itself, and writes those from U+0080 to U+009F so that
    /// browsers read others.
    /// </summary>
    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Escaped) is >= 0 and var at)
        {
            Write(text[..at]);
            Write(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#x27;",
                '`' => "&#x60;",
                '\r' => "&#xD;",
                _ => "\uFFFD",
            });
            text = text[(at + 1)..];
        }
        Write(text);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(_room, 0, _length);
        GiveBack();
    }

    public async ValueTask WriteToAsync(TextWriter writer)
    {
        await writer.WriteAsync(_room, 0, _length);
        GiveBack();
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _room.Length, least));
        _room.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_room);
        _room = larger;
    }

    private void GiveBack()
    {
        ArrayPool<char>.Shared.Return(_room);
        (_room, _length) = ([], 0);
    }
}
