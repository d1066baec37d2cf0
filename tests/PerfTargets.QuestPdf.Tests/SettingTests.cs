using Microsoft.Extensions.Configuration;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Web.Infrastructure;

namespace PerfTargets.QuestPdf.Tests;

/// <summary>What the product does with its settings where this engine was brought along. The rest, where nothing is declared of a licence: PdfSettingsTests of PerfTargets.Web.Tests.</summary>
public class SettingTests
{
    static readonly QuestPdfBackend Backend = new();

    [Fact]
    public void Brought_along_and_not_named_it_does_nothing() => Assert.IsType<PdfEngine>(Create());

    [Theory]
    [InlineData("")]
    [InlineData("Evaluation")]
    [InlineData("Free")]
    public void Without_a_licence_of_the_library_s_the_program_does_not_start_and_says_where_to_read_of_them(string license)
    {
        var refused = Assert.Throws<SettingRefusedException>(() => Create(("Pdf:Engine", "QuestPdf"), ("Pdf:QuestPdfLicense", license)));

        Assert.Contains(Backend.LicenseText.ToString(), refused.Message);
        Assert.All(Backend.Licenses, one => Assert.Contains(one, refused.Message));
    }

    static IPdfEngine Create(params (string Key, string Value)[] settings) => Settings.PdfEngine(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build(), FontSet.Embedded);
}
