using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Forms;

/// <summary>docs/form-file.schema.json says to others what the reader accepts.</summary>
public sealed class FormFileSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "form-file.schema.json")))!;

    [Fact]
    public void SeedFile_MatchesTheSchema() => Assert.Empty(Violations(JsonNode.Parse(FormFileTests.Seed())));

    [Fact]
    public void WrittenFile_MatchesTheSchema() =>
        Assert.Empty(Violations(JsonNode.Parse(FormFileWriter.Write(FormFileTests.Read(FormFileTests.Seed())))));

    [Fact]
    public void Keys_AreTheReadersKeys()
    {
        var table = Schema["$defs"]!["table"]!;

        Assert.Equal(Sorted(FormFileKeys.OfFile), Sorted(Schema["properties"]!.AsObject().Select(member => member.Key)));
        Assert.Equal(Sorted(FormFileKeys.RequiredOfFile), Sorted(Schema["required"]!.AsArray().Select(key => key!.GetValue<string>())));
        Assert.Equal(Sorted(FormFileKeys.OfTable), Sorted(table["properties"]!.AsObject().Select(member => member.Key)));
        Assert.Equal(Sorted(FormFileKeys.RequiredOfTable), Sorted(table["required"]!.AsArray().Select(key => key!.GetValue<string>())));
        Assert.Equal(Sorted(FormFileKeys.OfReason), Sorted(Schema["$defs"]!["reason"]!["properties"]!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public void Limits_AreTheReadersLimits()
    {
        Assert.Equal(FormFile.EarliestYear, Schema["properties"]!["year"]!["minimum"]!.GetValue<int>());
        Assert.Equal(FormFile.LatestYear, Schema["properties"]!["year"]!["maximum"]!.GetValue<int>());
        Assert.Equal(FormFileReader.MostTables, Schema["properties"]!["tables"]!["maxItems"]!.GetValue<int>());
        Assert.Equal(DraftRules.MostReasons, Schema["$defs"]!["table"]!["properties"]!["reasons"]!["maxItems"]!.GetValue<int>());
        Assert.Equal(FormFileReader.LongestCode, Schema["$defs"]!["code"]!["maxLength"]!.GetValue<int>());
        Assert.Equal(FormFile.Wan, Schema["properties"]!["moneyUnit"]!["const"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("year", "\"2023\"", "$.year")]
    [InlineData("year", "1999", "$.year")]
    [InlineData("moneyUnit", "\"元\"", "$.moneyUnit")]
    [InlineData("remark", "1", "$")]
    [InlineData("tables", "[]", "$.tables")]
    public void WrongFile_IsRefusedByBoth(string key, string value, string path)
    {
        var bytes = FormFileTests.OneForm(_ => { }, file => file[key] = JsonNode.Parse(value));

        Assert.Equal([path], Violations(JsonNode.Parse(bytes)));
        Assert.Equal(path, Assert.Throws<FormFileException>(() => FormFileTests.Read(bytes)).Path);
    }

    [Theory]
    [InlineData("unitCode", "\" 1\"", "$.tables[0].unitCode")]
    [InlineData("funds", "{}", "$.tables[0].funds")]
    [InlineData("funds", "{\"total\": []}", "$.tables[0].funds.total")]
    [InlineData("indicators", "[[\"产出指标\"]]", "$.tables[0].indicators[0]")]
    [InlineData("reasons", "{}", "$.tables[0].reasons")]
    [InlineData("reasons", """[{"code": "D1", "place": "overallGoal", "raw": "1"}]""", "$.tables[0].reasons[0]")]
    [InlineData("remarks", "{}", "$.tables[0]")]
    public void WrongTable_IsRefusedByBoth(string key, string value, string path)
    {
        var bytes = FormFileTests.OneForm(table => table[key] = JsonNode.Parse(value));

        Assert.Equal([path], Violations(JsonNode.Parse(bytes)));
        Assert.Equal(path, Assert.Throws<FormFileException>(() => FormFileTests.Read(bytes)).Path);
    }

    private static List<string> Violations(JsonNode? value)
    {
        var violations = new List<string>();
        Check(value, Schema, "$", violations);
        return violations;
    }

    /// <summary>The few assertions of JSON Schema that the file uses; another keyword fails, so that none is passed over.</summary>
    private static void Check(JsonNode? value, JsonNode schema, string path, List<string> violations)
    {
        foreach (var (keyword, rule) in schema.AsObject())
        {
            var good = keyword switch
            {
                "$schema" or "$id" or "$defs" or "title" or "description" or "properties" => true,
                "$ref" => Follow(value, Schema["$defs"]![rule!.GetValue<string>()["#/$defs/".Length..]]!, path, violations),
                "type" => rule is JsonArray types ? types.Any(type => Is(value, type!.GetValue<string>())) : Is(value, rule!.GetValue<string>()),
                "const" => JsonNode.DeepEquals(value, rule),
                "minimum" => value is not JsonValue v || !v.TryGetValue(out decimal number) || number >= rule!.GetValue<decimal>(),
                "maximum" => value is not JsonValue v || !v.TryGetValue(out decimal number) || number <= rule!.GetValue<decimal>(),
                "minLength" => value!.GetValue<string>().Length >= rule!.GetValue<int>(),
                "maxLength" => value!.GetValue<string>().Length <= rule!.GetValue<int>(),
                "pattern" => Regex.IsMatch(value!.GetValue<string>(), rule!.GetValue<string>()),
                "minItems" => value is not JsonArray items || items.Count >= rule!.GetValue<int>(),
                "maxItems" => value is not JsonArray items || items.Count <= rule!.GetValue<int>(),
                "items" => Items(value as JsonArray ?? [], rule!, path, violations),
                "required" => value is JsonObject o && rule!.AsArray().All(key => o.ContainsKey(key!.GetValue<string>())),
                "additionalProperties" => Members(value as JsonObject ?? [], schema, rule!, path, violations),
                _ => throw new NotSupportedException(keyword),
            };
            if (!good && !violations.Contains(path))
                violations.Add(path);
        }
        if (value is JsonObject members && schema["properties"] is JsonObject properties)
        {
            foreach (var (key, child) in members.Where(member => properties.ContainsKey(member.Key)))
                Check(child, properties[key]!, $"{path}.{key}", violations);
        }
    }

    private static bool Follow(JsonNode? value, JsonNode schema, string path, List<string> violations)
    {
        Check(value, schema, path, violations);
        return true;
    }

    private static bool Items(JsonArray items, JsonNode schema, string path, List<string> violations)
    {
        for (var i = 0; i < items.Count; i++)
            Check(items[i], schema, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), violations);
        return true;
    }

    private static bool Members(JsonObject members, JsonNode schema, JsonNode rule, string path, List<string> violations)
    {
        var others = members.Where(member => schema["properties"]?[member.Key] is null).ToList();
        if (rule.GetValueKind() == JsonValueKind.False)
            return others.Count == 0;
        foreach (var (key, child) in others)
            Check(child, rule, $"{path}.{key}", violations);
        return true;
    }

    private static bool Is(JsonNode? value, string type) => (value?.GetValueKind() ?? JsonValueKind.Null, type) switch
    {
        (JsonValueKind.Object, "object") or (JsonValueKind.Array, "array") or (JsonValueKind.String, "string") => true,
        (JsonValueKind.Null, "null") or (JsonValueKind.Number, "number") => true,
        (JsonValueKind.Number, "integer") => decimal.IsInteger(value!.GetValue<decimal>()),
        _ => false,
    };

    private static IEnumerable<string> Sorted(IEnumerable<string> keys) => keys.Order(StringComparer.Ordinal);
}
