using System.Text.RegularExpressions;
using PerfTargets.Documents;
using PerfTargets.Documents.Tests;
using PerfTargets.TestKit.Printing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Content;

namespace PerfTargets.QuestPdf.Tests;

/// <summary>目录 before many forms, the second of which takes three pages.</summary>
public sealed partial class ContentsTests : IDisposable
{
    /// <summary>The numbers printed on the first pages of the forms.</summary>
    static readonly int[] Numbers = [1, 2, 5, 6, 7, 8];

    static readonly OfficialTable[] Forms = [FormCorpus.Form(0), Prints.WithRows(5, 60), .. Enumerable.Range(1, 4).Select(number => FormCorpus.Form(number))];

    readonly PdfDocument _file = PdfDocument.Open(Renders.Render(Forms));

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Each_form_has_a_line_with_its_name_and_the_number_of_its_first_page()
    {
        var lines = Lines(_file.GetPage(1)).Select(line => EntryLine().Match(line)).Where(match => match.Success).Select(match => match.Groups);

        Assert.Equal(
            Forms.Index().Select(form => ($"{form.Index + 1}", form.Item.Name, $"{Numbers[form.Index]}")),
            lines.Select(parts => (parts["at"].Value, parts["name"].Value, parts["number"].Value)));
    }

    [Fact]
    public void Each_line_leads_to_the_page_that_bears_its_number()
    {
        var leads = _file.GetPage(1).GetAnnotations().OrderByDescending(link => link.Rectangle.Top)
            .Select(link => Assert.IsType<GoToAction>(link.Action).Destination.PageNumber).ToList();

        Assert.Equal(Numbers, leads.Select(page => page - 1));
        Assert.Equal(Numbers.Select(number => $"— {number} —"), leads.Select(page => Lines(_file.GetPage(page)).Last()));
    }

    [Fact]
    public void It_bears_its_title_and_no_number()
    {
        var lines = Lines(_file.GetPage(1));

        Assert.Contains("目　录", lines);
        Assert.DoesNotContain(lines, line => line.Contains('—'));
        Assert.Equal(9, _file.NumberOfPages);
    }

    /// <summary>What stands on one line, from the top of the page down.</summary>
    static IEnumerable<string> Lines(Page page) => page.Letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).OrderByDescending(line => line.Key)
        .Select(line => string.Concat(line.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)));

    [GeneratedRegex(@"^(?<at>\d+)\.(?<name>.+?)…+(?<number>\d+)$")]
    private static partial Regex EntryLine();
}
