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

    /// <summary>The lines of the cell are those of the new text: a break that went breaks no line, and one that came is seen though nothing else did.</summary>
    private static string WithBreaksSeen(DiffPiece piece) =>
        piece.Text.Replace("\n", piece.Kind == DiffKind.Added ? "↵\n" : "↵", StringComparison.Ordinal);
}
