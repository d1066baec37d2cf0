using Microsoft.AspNetCore.Html;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>A changed text with what came and what went, without a blank of the markup's own.</summary>
public static class DiffMarkup
{
    public static IHtmlContent Of(IReadOnlyList<DiffPiece> pieces) => new HtmlContentBuilder().AppendPieces(pieces);

    public static IHtmlContentBuilder AppendPieces(this IHtmlContentBuilder content, IReadOnlyList<DiffPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (piece.Kind == DiffKind.Same)
            {
                content.Append(piece.Text);
                continue;
            }
            var tag = piece.Kind == DiffKind.Added ? "ins" : "del";
            content.AppendHtml("<" + tag + ">").Append(pieces.Count == 1 ? piece.Text : WithBreaksSeen(piece)).AppendHtml("</" + tag + ">");
        }
        return content;
    }

    /// <summary>
    /// One of two texts that stand side by side, neither of them the older: what the other has not is marked. By characters, since Chinese has no blanks
    /// between words and a count or a name that differs is a few characters amid a long sentence; but a single character that two differences
    /// have between them by chance is no agreement, and belongs to both.
    /// </summary>
    public static IHtmlContent Side(string text, string other)
    {
        var content = new HtmlContentBuilder();
        var pieces = TextDiff.Between(other, text);
        for (var at = 0; at < pieces.Count; at++)
        {
            if (IsCommon(at))
            {
                content.Append(pieces[at].Text);
                continue;
            }
            var from = at;
            while (at + 1 < pieces.Count && !IsCommon(at + 1))
                at++;
            var differing = string.Concat(pieces.Skip(from).Take(at - from + 1).Where(piece => piece.Kind != DiffKind.Removed).Select(piece => piece.Text));
            if (differing.Length > 0)
                content.AppendHtml("<mark>").Append(WithBreaksSeen(new(DiffKind.Added, differing))).AppendHtml("</mark>");
        }
        return content;

        bool IsCommon(int at) => pieces[at] is { Kind: DiffKind.Same, Text: var same }
            && (same.Length > 1 || same == "\n" || at == 0 || at == pieces.Count - 1);
    }

    /// <inheritdoc cref="Side"/>
    /// <remarks>Of a row, name is held against name and value against value, where both have both.</remarks>
    public static IHtmlContent RowSide(string text, string other) => (text.Split('\n'), other.Split('\n')) is ([var name, var value], [var otherName, var otherValue])
        ? new HtmlContentBuilder().AppendHtml(Side(name, otherName)).Append("\n").AppendHtml(Side(value, otherValue))
        : Side(text, other);

    /// <summary>The lines of the cell are those of the new text: a break that went breaks no line, and one that came is seen though nothing else did.</summary>
    private static string WithBreaksSeen(DiffPiece piece) =>
        piece.Text.Replace("\n", piece.Kind == DiffKind.Added ? "↵\n" : "↵", StringComparison.Ordinal);
}
