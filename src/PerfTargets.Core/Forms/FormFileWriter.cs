using System.Text.Json;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>Writes forms in the file's shape: amounts as the table prints them, one indicator a line, characters unescaped.</summary>
public static class FormFileWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = ReadableJsonEncoder.Instance };
    private static readonly JsonSerializerOptions Text = new() { Encoder = ReadableJsonEncoder.Instance };

    /// <summary>A file with everything that the template says about it.</summary>
    public static FormFile FileOf(int year, FormTemplate template, string attachmentTitle, IReadOnlyList<FormFileTable> tables) => new()
    {
        AttachmentTitle = attachmentTitle,
        TableTitle = template.Title,
        Year = year,
        MoneyUnit = template.MoneyUnit,
        // The seed's own files name no template; theirs is the default.
        Template = template.Key == FormFile.DefaultTemplate ? null : template.Key,
        Tables = tables,
        LevelTwoLabels = template.Groups.DistinctBy(group => group.Label).ToDictionary(group => group.Label, template.PrintedLabel),
    };

    public static byte[] Write(FormFile file)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteOptional(json, FormFileKeys.AttachmentTitle, file.AttachmentTitle);
            WriteOptional(json, FormFileKeys.TableTitle, file.TableTitle);
            json.WriteNumber(FormFileKeys.Year, file.Year);
            json.WriteString(FormFileKeys.MoneyUnit, file.MoneyUnit);
            WriteOptional(json, FormFileKeys.Template, file.Template);
            json.WriteStartArray(FormFileKeys.Tables);
            foreach (var table in file.Tables)
                WriteTable(json, table);
            json.WriteEndArray();
            if (file.LevelTwoLabels is { } labels)
                WriteTexts(json, FormFileKeys.LevelTwoLabels, labels);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteTable(Utf8JsonWriter json, FormFileTable table)
    {
        json.WriteStartObject();
        json.WriteString(FormFileKeys.ProjectName, table.ProjectName);
        WriteOptional(json, FormFileKeys.ProjectCode, table.ProjectCode);
        json.WriteString(FormFileKeys.Department, table.Department);
        WriteOptional(json, FormFileKeys.DepartmentCode, table.DepartmentCode);
        json.WriteString(FormFileKeys.ImplementingUnit, table.ImplementingUnit);
        WriteOptional(json, FormFileKeys.UnitCode, table.UnitCode);
        json.WriteString(FormFileKeys.ProjectAttribute, table.ProjectAttribute);
        json.WriteString(FormFileKeys.ProjectPeriod, table.ProjectPeriod);
        json.WriteStartObject(FormFileKeys.Funds);
        foreach (var (key, amount) in table.Funds)
        {
            json.WritePropertyName(key);
            json.WriteRawValue(amount switch
            {
                { Value: { } value } => value.ToWanText(),
                { UnreadText: { } text } => Quoted(text),
                _ => "null",
            });
        }
        json.WriteEndObject();
        json.WriteString(FormFileKeys.OverallGoal, table.OverallGoal);
        json.WriteStartArray(FormFileKeys.Indicators);
        foreach (var row in table.Indicators)
            json.WriteRawValue($"[{Quoted(row.LevelOne)}, {Quoted(row.LevelTwo)}, {Quoted(row.Name)}, {Quoted(row.Value)}]");
        json.WriteEndArray();
        if (table.NotApplicable.Count > 0)
            WriteTexts(json, FormFileKeys.NotApplicable, table.NotApplicable);
        if (table.Reasons.Count > 0)
            WriteReasons(json, table.Reasons);
        json.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter json, IReadOnlyList<FormFileReason> reasons)
    {
        json.WriteStartArray(FormFileKeys.Reasons);
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString(FormFileKeys.ReasonCode, reason.Code);
            json.WriteString(FormFileKeys.ReasonPlace, reason.Place);
            json.WriteString(FormFileKeys.ReasonRaw, reason.Raw);
            json.WriteString(FormFileKeys.ReasonText, reason.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string key, IEnumerable<KeyValuePair<string, string>> texts)
    {
        json.WriteStartObject(key);
        foreach (var (name, text) in texts)
            json.WriteString(name, text);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
            json.WriteString(key, text);
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Text);
}
