using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Rendering;
using PerfTargets.Web.Infrastructure.Drawing;

namespace PerfTargets.Web.Tests.Pages;

/// <summary>Parts are drawn here by the calls that Razor makes of their markup.</summary>
public sealed class PartAsOneTextTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Fact]
    public void An_attribute_that_is_a_text_is_escaped() => Assert.Equal(
        " title=\"“甲”&amp;&lt;&quot;\"", Drawn(part => Attribute(part, "title", () => part.WriteAttributeValue("", 0, "“甲”&<\"", 0, 0, isLiteral: false))));

    [Fact]
    public void An_attribute_that_is_null_is_left_out()
    {
        Assert.Equal("", Drawn(part => Attribute(part, "title", () => part.WriteAttributeValue("", 0, (string?)null, 0, 0, isLiteral: false))));
        Assert.Equal("", Drawn(part => Attribute(part, "data-limit", () => part.WriteAttributeValue("", 0, (int?)null, 0, 0, isLiteral: false))));
    }

    [Fact]
    public void An_attribute_that_is_empty_is_there() =>
        Assert.Equal(" value=\"\"", Drawn(part => Attribute(part, "value", () => part.WriteAttributeValue("", 0, "", 0, 0, isLiteral: false))));

    [Theory]
    [InlineData(true, " checked=\"checked\"")]
    [InlineData(false, "")]
    public void An_attribute_that_is_true_says_its_name_and_one_that_is_false_is_left_out(bool value, string drawn) =>
        Assert.Equal(drawn, Drawn(part => Attribute(part, "checked", () => part.WriteAttributeValue("", 0, value, 0, 0, isLiteral: false))));

    [Fact]
    public void A_number_is_written_as_it_is_zero_too() =>
        Assert.Equal(" rows=\"0\" rows=\"12345\"", Drawn(part =>
        {
            Attribute(part, "rows", () => part.WriteAttributeValue("", 0, 0, 0, 0, isLiteral: false));
            Attribute(part, "rows", () => part.WriteAttributeValue("", 0, 12345, 0, 0, isLiteral: false));
        }));

    [Fact]
    public void Of_several_values_those_that_are_there_are_written_with_what_stands_before_them() => Assert.Equal(
        " class=\"in warn\"",
        Drawn(part =>
        {
            part.BeginWriteAttribute("class", " class=\"", 0, "\"", 0, 3);
            part.WriteAttributeValue("", 0, "in", 0, 0, isLiteral: true);
            part.WriteAttributeValue(" ", 0, (string?)null, 0, 0, isLiteral: false);
            part.WriteAttributeValue(" ", 0, "warn".AsSpan(), 0, 0, isLiteral: false);
            part.EndWriteAttribute();
        }));

    [Fact]
    public void A_long_text_is_escaped_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("&𠮷甲<", 40_000));

        Assert.Equal("<p>" + text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal) + "</p>", Drawn(part =>
        {
            part.WriteLiteral("<p>");
            part.Write(text);
            part.WriteLiteral("</p>");
        }));
    }

    /// <summary>NUL is no character of HTML.</summary>
    [Fact]
    public void Every_character_is_read_by_a_browser_as_it_was_written_in_a_text_and_in_an_attribute()
    {
        var characters = Enumerable.Range(1, char.MaxValue - 1).Select(one => (char)one).Where(one => !char.IsSurrogate(one)).Select(one => $"甲{one}&乙").Append("𠮷").ToArray();

        var page = new HtmlParser().ParseDocument("<body>" + Drawn(part =>
        {
            foreach (var text in characters)
            {
                part.WriteLiteral("<p");
                Attribute(part, "title", () => part.WriteAttributeValue("", 0, text, 0, 0, isLiteral: false));
                part.WriteLiteral(">");
                part.Write(text);
                part.WriteLiteral("</p>");
            }
        }));

        var paragraphs = page.QuerySelectorAll("p");
        Assert.Equal(characters, paragraphs.Select(one => one.TextContent));
        Assert.Equal(characters, paragraphs.Select(one => one.GetAttribute("title")));
    }

    private static void Attribute(Part part, string name, Action value)
    {
        part.BeginWriteAttribute(name, $" {name}=\"", 0, "\"", 0, 1);
        value();
        part.EndWriteAttribute();
    }

    private static string Drawn(Action<Part> draw)
    {
        var page = new Page();
        var part = new Part { ViewContext = new ViewContext { Writer = page }, HtmlEncoder = Encoder };
        draw(part);
        return page.Drawn();
    }

    private sealed class Part : PartAsOneText<object>
    {
        public override Task ExecuteAsync() => Task.CompletedTask;
    }

    /// <summary>Keeps the place of a text and asks for it at the end, as Razor does.</summary>
    private sealed class Page : TextWriter
    {
        private OneText? _text;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(object? value) => _text = Assert.IsType<OneText>(value);

        public string Drawn()
        {
            var drawn = new StringWriter();
            _text?.WriteTo(drawn, Encoder);
            return drawn.ToString();
        }
    }
}
