using System.Diagnostics;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests.Office;

/// <summary>LibreOffice, which is not ours, opens the files and prints them.</summary>
public sealed class ConversionTests : IClassFixture<ConversionTests.Conversion>
{
    readonly Conversion _conversion;

    public ConversionTests(Conversion conversion)
    {
        Assert.SkipUnless(conversion.IsInstalled, "LibreOffice (soffice) is not installed.");
        _conversion = conversion;
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void An_attachment_prints_each_form_on_one_landscape_page_with_every_text(OfficeFormat format)
    {
        var pages = _conversion.Pages("attachment", format);

        Assert.Equal(SeedForms.All.Count, pages.Count);
        Assert.All(pages, page => Assert.True(page.Width > page.Height));
        foreach (var (form, page) in SeedForms.All.Zip(pages)) AssertHolds(form, page.Text);
        Assert.Contains("附件2：平罗县工业和信息化局项目支出预算绩效目标表", pages[0].Text, StringComparison.Ordinal);
        for (var i = 0; i < pages.Count; i++) Assert.Contains($"—{i + 1}—", pages[i].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void A_long_form_repeats_its_headings_and_says_that_it_goes_on(OfficeFormat format)
    {
        var pages = _conversion.Pages("long", format);

        Assert.Equal(2, pages.Count);
        Assert.All(pages, page => Assert.Contains("一级指标二级指标三级指标指标值", page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("续表", pages[0].Text, StringComparison.Ordinal);
        Assert.Contains("续表", pages[1].Text, StringComparison.Ordinal);
        AssertHolds(Conversion.Long, pages[0].Text + pages[1].Text);
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void Each_form_of_an_attachment_begins_as_one_and_goes_on_as_one_under_numbers_without_a_gap(OfficeFormat format)
    {
        var pages = _conversion.Pages("several", format);

        Assert.Equal(Conversion.Several.Count, pages.Count(page => page.Text.Contains("（2023年度）", StringComparison.Ordinal)));
        Assert.True(pages.Count > Conversion.Several.Count + 2, $"{pages.Count} pages");
        Assert.All(pages, page => Assert.NotEqual(
            page.Text.Contains("（2023年度）", StringComparison.Ordinal), page.Text.Contains("续表", StringComparison.Ordinal)));
        for (var i = 0; i < pages.Count; i++) Assert.Contains($"—{i + 1}—", pages[i].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void A_portrait_draft_prints_on_one_page_with_its_status(OfficeFormat format)
    {
        var page = Assert.Single(_conversion.Pages("draft", format));

        Assert.True(page.Height > page.Width);
        Assert.Contains("待单位审核", page.Text, StringComparison.Ordinal);
        AssertHolds(Conversion.Draft, page.Text);
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void A_form_to_sign_prints_on_one_page_with_the_seal(OfficeFormat format)
    {
        var page = Assert.Single(_conversion.Pages("submission", format));

        Assert.Contains("（单位盖章）", page.Text, StringComparison.Ordinal);
        AssertHolds(Conversion.Submission, page.Text);
    }

    static void AssertHolds(OfficialTable form, string text) =>
        Assert.All(TableGrid.From(form).Cells, cell => Assert.Contains(Solid(cell.Text), text, StringComparison.Ordinal));

    /// <summary>A text without blanks: where lines break and columns end is not compared.</summary>
    static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Converts all files in one run of LibreOffice.</summary>
    public sealed class Conversion : IDisposable
    {
        readonly string _folder = Directory.CreateTempSubdirectory("perftargets-office-").FullName;

        public Conversion()
        {
            if (!IsInstalled) return;
            var sources = Files.SelectMany(file => Enum.GetValues<OfficeFormat>().Select(format => Write(file.Name, file.Tables, format))).ToArray();
            // By format, since the names of the results have no trace of it.
            foreach (var format in Enum.GetValues<OfficeFormat>())
                Run(format, [.. sources.Where(source => source.EndsWith(Extension(format), StringComparison.Ordinal))]);
        }

        public static OfficialTable Long { get; } = Prints.WithRows(5, 40);

        public static OfficialTable Draft { get; } =
            SeedForms.All[0] with { Orientation = PageOrientation.Portrait, Purpose = PrintPurpose.Draft, StatusText = "待单位审核" };

        public static OfficialTable Submission { get; } = SeedForms.All[2] with { Purpose = PrintPurpose.Submission };

        /// <summary>Long forms and a short one between them, upright and across, with lines to sign and without.</summary>
        public static IReadOnlyList<OfficialTable> Several { get; } =
        [
            Long, SeedForms.All[1], Prints.WithRows(90) with { Purpose = PrintPurpose.Submission },
            Prints.WithRows(30, 30) with { Orientation = PageOrientation.Portrait }, Long,
        ];

        public bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "soffice")));

        static (string Name, IReadOnlyList<OfficialTable> Tables)[] Files { get; } =
            [("attachment", SeedForms.All), ("several", Several), ("long", [Long]), ("draft", [Draft]), ("submission", [Submission])];

        internal IReadOnlyList<(string Text, double Width, double Height)> Pages(string name, OfficeFormat format)
        {
            var pdf = File.ReadAllBytes(Path.Combine(_folder, Extension(format), name + ".pdf"));
            return [.. PdfText.Letters(pdf).Select(page => (Solid(string.Concat(page.Letters.Select(letter => letter.Value))), page.Width, page.Height))];
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        static string Extension(OfficeFormat format) => format == OfficeFormat.Xlsx ? "xlsx" : "docx";

        string Write(string name, IEnumerable<OfficialTable> tables, OfficeFormat format)
        {
            var path = Path.Combine(_folder, name + "." + Extension(format));
            File.WriteAllBytes(path, OfficePrints.Write(format, tables));
            return path;
        }

        void Run(OfficeFormat format, string[] files)
        {
            var start = new ProcessStartInfo("soffice",
            [
                $"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile"))}", "--headless", "--convert-to", "pdf",
                "--outdir", Path.Combine(_folder, Extension(format)), .. files,
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output.Result + errors.Result);
        }
    }
}
