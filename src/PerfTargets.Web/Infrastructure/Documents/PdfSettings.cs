using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>What makes the official PDFs: section "Pdf" of the configuration.</summary>
public sealed class PdfSettings
{
    public const string Section = "Pdf";

    /// <summary>The engine of the program itself.</summary>
    public const string BuiltIn = "BuiltIn";

    /// <summary>The one over QuestPDF; here only when the program was built with -p:QuestPdf=true.</summary>
    public const string QuestPdf = "QuestPdf";

    /// <summary><see cref="BuiltIn"/> or <see cref="QuestPdf"/>.</summary>
    public string Engine { get; set; } = BuiltIn;

    /// <summary>The kind of licence of QuestPDF that the deployer has. There is no default: choosing one is theirs.</summary>
    public string QuestPdfLicense { get; set; } = "";

    /// <param name="brought">The engine that was built in besides the program's own, if any.</param>
    /// <exception cref="SettingRefusedException">There is no such engine, it is not here, or its licence is not named.</exception>
    public IPdfEngine Create(FontSet fonts, IPdfBackend? brought)
    {
        if (Is(Engine, QuestPdf))
            return Create(brought ?? throw NotBrought(), fonts);
        if (!Is(Engine, BuiltIn))
            throw new SettingRefusedException($"设置 Pdf:Engine 的值“{Engine}”不可用，请写 {BuiltIn}（程序自带的引擎）或 {QuestPdf}。");
        if (QuestPdfLicense.Length > 0)
            throw new SettingRefusedException($"设置 Pdf:QuestPdfLicense 要和 Pdf:Engine={QuestPdf} 一起用；用程序自带的 PDF 引擎，请去掉这一项。");
        return new PdfEngine(fonts);
    }

    private IPdfEngine Create(IPdfBackend backend, FontSet fonts)
    {
        if (backend.Licenses.FirstOrDefault(license => Is(license, QuestPdfLicense)) is not { } license)
        {
            throw new SettingRefusedException(
                $"使用 {backend.Library} 要先确认适用的许可：请阅读 {backend.LicenseText}，再把设置 Pdf:QuestPdfLicense 写成 {string.Join("、", backend.Licenses)}{(backend.Licenses.Count > 1 ? " 之一" : "")}"
                + (QuestPdfLicense.Length > 0 ? $"（现在是“{QuestPdfLicense}”）。" : "。程序不替您选择。"));
        }
        try
        {
            return backend.Create(fonts, license);
        }
        catch (TypeInitializationException wrong)
        {
            // The library looks for its native part when it is first touched.
            throw new SettingRefusedException($"{backend.Library} 在本机不能运行：{wrong.GetBaseException().Message}");
        }
    }

    private static SettingRefusedException NotBrought() => new(
        $"设置 Pdf:Engine={QuestPdf} 要求用 QuestPDF 生成 PDF，但这个程序发布时没有带上它。请加 -p:QuestPdf=true 重新发布（见 docs/operations.md），或者去掉这项设置，用程序自带的 PDF 引擎。");

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
