using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Documents.Fonts;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Commands;

/// <summary>Tells what the checks find, in a file (without any database) or in a year's forms, a JSON object a line.</summary>
public static class FormsCheckVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = ReadableJsonEncoder.Instance };

    public static Verb Verb { get; } = new(
        "forms check", "文件.json | --year 年度 [--org 单位编码或名称]",
        "检查目标表，每行输出一条校验结果（JSON：form、code、severity、place、message，有填写说明、更正的还有 reason、correction，已由另一条说明的有 supersededBy；未能检查的 severity 为 U）；有错误（E）时退出码为 1",
        ["--year", "--org"], 1, RunAsync);

    private sealed record Line(string Form, string Code, string Severity, string Place, string Message)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Reason { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Correction { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? SupersededBy { get; init; }
    }

    /// <summary>The severity of what could not be judged.</summary>
    private const string Undetermined = "U";

    private static async Task<int> RunAsync(Arguments arguments, CommandConsole console)
    {
        var path = arguments.Value();
        if ((path is null) == (arguments.Option("--year") is null) || (path is not null && arguments.Option("--org") is not null))
            throw new CommandRefusedException("请给出一个文件，或者用 --year（可加 --org）指定要检查的目标表");
        var forms = path is not null ? FromFileAsync(path, Settings.Fonts(CommandHost.Configuration(arguments))) : FromDatabaseAsync(arguments);
        var (errors, any) = (false, false);
        await foreach (var (name, context) in forms)
        {
            any = true;
            var places = new PlaceNames(context.Form, context.Template);
            var report = FormChecks.Run(context);
            foreach (var finding in report.Findings)
            {
                errors |= finding.Severity == FindingSeverity.Error;
                var line = new Line(name, finding.Code, finding.Severity.Letter(), places.Of(finding.Place), finding.Message)
                {
                    Reason = finding.Reason,
                    Correction = finding.Correction,
                    SupersededBy = finding.SupersededBy,
                };
                await console.WriteLineAsync(JsonSerializer.Serialize(line, Json));
            }
            foreach (var check in report.Undetermined)
                await console.WriteLineAsync(JsonSerializer.Serialize(new Line(name, check.Code, Undetermined, "", $"{check.Title}：{check.Reason}"), Json));
        }
        if (!any)
            await console.Notes.WriteLineAsync("没有要检查的目标表，请核对年度和单位。");
        return errors ? ExitCode.Errors : ExitCode.Done;
    }

    private static async IAsyncEnumerable<(string Name, CheckContext Context)> FromFileAsync(string path, FontSet fonts)
    {
        var (name, bytes) = await InputFile.ReadAsync(path, FormFileReader.MostBytes);
        var file = FormFileReader.Read(bytes, name);
        var template = FormTemplate.Parse(file.ShippedTemplate(name));
        foreach (var (context, table) in CheckContexts.OfFile(file, template, name, fonts.Unprintable).Zip(file.Tables))
            yield return (NameOf(file.Year, table.UnitName, table.ProjectName), context);
    }

    private static async IAsyncEnumerable<(string Name, CheckContext Context)> FromDatabaseAsync(Arguments arguments)
    {
        var selection = FormSelectionOptions.Read(arguments);
        await using var host = CommandHost.Build(arguments);
        await using var scope = await CommandHost.WithDatabaseAsync(host);
        var forms = await scope.ServiceProvider.GetRequiredService<FormSelector>().SelectAsync(selection);
        var (reader, contexts) = (scope.ServiceProvider.GetRequiredService<FormReader>(), scope.ServiceProvider.GetRequiredService<CheckContexts>());
        foreach (var department in forms.GroupBy(form => form.DepartmentId))
        {
            var read = await reader.ReadAsync(department.Select(form => form.Id)).ToListAsync();
            var around = await contexts.OfAsync(read);
            foreach (var form in read)
                yield return (NameOf(form.Year, form.Unit!.Name, form.ProjectName), around[form.Id]);
        }
    }

    /// <summary>Year, unit and project: the same name for a form in a file and in the database.</summary>
    private static string NameOf(int year, string unit, string project) => string.Create(CultureInfo.InvariantCulture, $"{year}/{unit}/{project}");
}
