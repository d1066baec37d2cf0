using Microsoft.Extensions.Configuration;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Web.Commands;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Documents;
using PerfTargets.Web.Tests.Deployment;

namespace PerfTargets.Web.Tests.Hosting;

/// <summary>The choice of the PDF engine in a program that was built without the second one.</summary>
public sealed class PdfSettingsTests
{
    [Fact]
    public void By_itself_the_program_uses_its_own_engine() => Assert.IsType<PdfEngine>(Create());

    [Theory]
    [InlineData("Pdf:Engine", "QuestPdf", "-p:QuestPdf=true")]
    [InlineData("Pdf:Engine", "Quest", "BuiltIn")]
    [InlineData("Pdf:QuestPdfLicense", "Professional", "Pdf:Engine=QuestPdf")]
    public void What_is_not_there_is_refused_with_what_to_do(string key, string value, string advice)
    {
        var refused = Assert.Throws<SettingRefusedException>(() => Create((key, value)));

        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_that_was_brought_is_made_with_the_licence_that_was_named()
    {
        var brought = new Brought();

        var engine = new PdfSettings { Engine = "questpdf", QuestPdfLicense = "large" }.Create(FontSet.Embedded, brought);

        Assert.Same(brought.Engine, engine);
        Assert.Equal("Large", brought.Declared);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Medium")]
    public void Without_a_licence_that_it_knows_nothing_is_declared(string license)
    {
        var brought = new Brought();

        var refused = Assert.Throws<SettingRefusedException>(() => new PdfSettings { Engine = "QuestPdf", QuestPdfLicense = license }.Create(FontSet.Embedded, brought));

        Assert.Null(brought.Declared);
        Assert.Contains("写成 Small、Large 之一", refused.Message, StringComparison.Ordinal);
        Assert.Contains(brought.LicenseText.ToString(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_that_was_brought_and_not_named_is_let_lie()
    {
        var brought = new Brought();

        Assert.NotSame(brought.Engine, new PdfSettings().Create(FontSet.Embedded, brought));
        Assert.Null(brought.Declared);
    }

    [Fact]
    public async Task The_program_does_not_start_with_an_engine_that_it_lacks()
    {
        var folder = Directory.CreateTempSubdirectory("perftargets-engine-");
        try
        {
            var (code, _, notes) = await ProgramProcess.RunAsync(new Dictionary<string, string> { ["Pdf__Engine"] = "QuestPdf" }, folder.FullName);

            Assert.Equal(ExitCode.BadInput, code);
            Assert.Contains("这个程序发布时没有带上它", notes, StringComparison.Ordinal);
            Assert.Empty(folder.GetFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Brought : IPdfBackend
    {
        public string Library => "Library 1";

        public IReadOnlyList<string> Licenses => ["Small", "Large"];

        public Uri LicenseText => new("https://example.org/license");

        public string? Declared { get; private set; }

        public IPdfEngine Engine { get; } = new PdfEngine();

        public IPdfEngine Create(FontSet fonts, string license)
        {
            Declared = license;
            return Engine;
        }
    }

    private static IPdfEngine Create(params (string Key, string Value)[] settings) => Settings.PdfEngine(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build(), FontSet.Embedded);
}
