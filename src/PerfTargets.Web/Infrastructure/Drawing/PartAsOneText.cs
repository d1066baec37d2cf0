using System.Globalization;
using Microsoft.AspNetCore.Mvc.Razor;

namespace PerfTargets.Web.Infrastructure.Drawing;

/// <summary>
/// A part of a page with hundreds of fields. Razor keeps a list of every bit of markup and text until the layout is drawn around it, and of these
/// parts that would be thousands; they stand in that list as one. They have no parts of their own and no tag helpers: those would go to the page directly, before them.
/// </summary>
public abstract class PartAsOneText<TModel> : RazorPage<TModel>
{
    private OneText? _text;
    private (string Name, string Before, string After, bool HasOneValue, bool IsLeftOut) _attribute;

    public override TextWriter Output => Text;

    private OneText Text => _text ??= Begin();

    public override void WriteLiteral(string? value) => Text.Write(value);

    /// <summary>A text, escaped. What is none goes the framework's way.</summary>
    public void Write(ReadOnlySpan<char> text) => Text.WriteEscaped(text);

    /// <summary>Attributes as the framework writes them, without its detour over objects: one that is null or false is left out, one that is true says its name.</summary>
    public override void BeginWriteAttribute(string name, string prefix, int prefixOffset, string suffix, int suffixOffset, int attributeValuesCount)
    {
        _attribute = (name, prefix, suffix, attributeValuesCount == 1, false);
        if (!_attribute.HasOneValue)
            Text.Write(prefix);
    }

    public void WriteAttributeValue(string before, int beforeOffset, string? value, int valueOffset, int valueLength, bool isLiteral)
    {
        if (!BeginsValue(before, value is not null))
            return;
        if (isLiteral)
            Text.Write(value);
        else
            Text.WriteEscaped(value);
    }

    public void WriteAttributeValue(string before, int beforeOffset, ReadOnlySpan<char> value, int valueOffset, int valueLength, bool isLiteral)
    {
        BeginsValue(before, isThere: true);
        Text.WriteEscaped(value);
    }

    public void WriteAttributeValue(string before, int beforeOffset, int? value, int valueOffset, int valueLength, bool isLiteral) =>
        WriteAttributeValue(before, beforeOffset, value?.ToString(CultureInfo.InvariantCulture), valueOffset, valueLength, isLiteral);

    public void WriteAttributeValue(string before, int beforeOffset, bool value, int valueOffset, int valueLength, bool isLiteral) =>
        WriteAttributeValue(before, beforeOffset, value ? _attribute.Name : null, valueOffset, valueLength, isLiteral: true);

    [Obsolete("Attributes of these parts are texts, numbers and yes or no.", error: true)]
    public new void WriteAttributeValue(string before, int beforeOffset, object? value, int valueOffset, int valueLength, bool isLiteral) =>
        throw new NotSupportedException();

    public override void EndWriteAttribute()
    {
        if (!_attribute.IsLeftOut)
            Text.Write(_attribute.After);
    }

    /// <summary>What stands before a value.</summary>
    /// <returns>False where there is nothing to be written.</returns>
    private bool BeginsValue(string before, bool isThere)
    {
        if (_attribute.HasOneValue)
        {
            _attribute.IsLeftOut = !isThere;
            if (isThere)
                Text.Write(_attribute.Before);
        }
        if (isThere)
            Text.Write(before);
        return isThere;
    }

    private OneText Begin()
    {
        var text = new OneText();
        // Its place in the page. What it says is asked for after the whole page was drawn.
        ViewContext.Writer.Write(text);
        return text;
    }
}
