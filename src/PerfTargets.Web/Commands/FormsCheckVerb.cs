using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Documents.Fonts;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Commands;

/// <summary>Tells what the checks find, in a file (without any database) or in a year's forms, a JSON object a line.</summary>
public static class FormsCheckVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Verb Verb { get; } = new(
        "forms check", "文件.json | --year 年度 [--org 单位编码或名称]",
        "检查目标表，每行输出一条校验结果（JSON：form、code、severity、place、message，有填写说明或更正的还有 reason、correction）；有错误（E）时退出码为 1",
        ["--year", "--org"], 1, RunAsync);

    private sealed record Line(string Form, string Code, string Severity, string Place, string Message)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Reason { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Correction { get; init; }
    }

    private static async Task<int> RunAsync(Arguments arguments, CommandConsole console)
    {
        var path = arguments.Value();
        if ((path is null) == (arguments.Option("--year") is null) || (path is not null && arguments.Option("--org") is not null))
            throw new CommandRefusedException("请给出一个文件，或者用 --year（可加 --org）指定要检查的目标表");
        var forms = path is not null ? await FromFileAsync(path, Settings.Fonts(CommandHost.Configuration(arguments))) : await FromDatabaseAsync(arguments);
        var errors = false;
        foreach (var (name, context) in forms)
        {
            var places = new PlaceNames(context.Form, context.Template);
            foreach (var finding in FormChecks.Run(context).Findings)
            {
                errors |= finding.Severity == FindingSeverity.Error;
                var line = new Line(name, finding.Code, finding.Severity.Letter(), places.Of(finding.Place), finding.Message)
                {
                    Reason = finding.Reason,
                    Correction = finding.Correction,
                };
                await console.WriteLineAsync(JsonSerializer.Serialize(line, Json));
            }
        }
        return errors ? ExitCode.Errors : ExitCode.Done;
    }

    private static async Task<IReadOnlyList<(string Name, CheckContext Context)>> FromFileAsync(string path, FontSet fonts)
    {
        var (name, bytes) = await InputFile.ReadAsync(path, FormFileReader.MostBytes);
        var file = FormFileReader.Read(bytes, name);
        var template = FormTemplate.Parse(file.ShippedTemplate(name));
        return [.. file.ContentsBy(template, name).Zip(file.Tables, (content, table) =>
            (NameOf(file.Year, table.UnitName, content.ProjectName), new CheckContext(content, template, file.Year, fonts.Unprintable)))];
    }

    private static async Task<IReadOnlyList<(string Name, CheckContext Context)>> FromDatabaseAsync(Arguments arguments)
    {
        var selection = FormSelectionOptions.Read(arguments);
        await using var host = CommandHost.Build(arguments);
        await using var scope = await CommandHost.WithDatabaseAsync(host);
        var forms = await scope.ServiceProvider.GetRequiredService<FormSelector>().SelectAsync(selection);
        var documents = scope.ServiceProvider.GetRequiredService<IOfficialDocuments>();
        var contexts = new List<(string, CheckContext)>(forms.Count);
        await foreach (var form in scope.ServiceProvider.GetRequiredService<FormReader>().ReadAsync(forms.Select(form => form.Id)))
            contexts.Add((NameOf(form.Year, form.Unit!.Name, form.ProjectName), CheckContext.Of(form, documents)));
        return contexts;
    }

    /// <summary>Year, unit and project: the same name for a form in a file and in the database.</summary>
    private static string NameOf(int year, string unit, string project) => string.Create(CultureInfo.InvariantCulture, $"{year}/{unit}/{project}");
}
