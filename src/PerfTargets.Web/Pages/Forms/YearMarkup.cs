using Microsoft.AspNetCore.Html;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>A text in which the years that are not the form's stand out, without a blank of the markup's own.</summary>
public static class YearMarkup
{
    public static IHtmlContent Of(string text, int year)
    {
        var (content, at) = (new HtmlContentBuilder(), 0);
        foreach (var found in YearNumbers.OtherThan(year, text))
        {
            content.Append(text[at..found.Start]).AppendHtml("<mark>").Append(text.Substring(found.Start, found.Length)).AppendHtml("</mark>");
            at = found.Start + found.Length;
        }
        return content.Append(text[at..]);
    }
}
