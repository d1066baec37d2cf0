using Microsoft.AspNetCore.Mvc.Razor;

namespace PerfTargets.Web.Infrastructure.Drawing;

/// <summary>
/// A part of a page with hundreds of fields. Razor keeps a list of every bit of markup and text until the layout is drawn around it, and of these
/// parts that would be thousands; they stand in that list as one. They have no parts of their own and no tag helpers: those would go to the page directly, before them.
/// </summary>
public abstract class PartAsOneText<TModel> : RazorPage<TModel>
{
    private OneText? _text;

    public override TextWriter Output => _text ??= Begin();

    private OneText Begin()
    {
        var text = new OneText();
        // Its place in the page. What it says is asked for after the whole page was drawn.
        ViewContext.Writer.Write(text);
        return text;
    }
}
