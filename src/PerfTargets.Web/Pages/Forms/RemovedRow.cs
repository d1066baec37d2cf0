using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>A row just deleted, for the next page to offer 撤销 where it stood.</summary>
/// <param name="At">Its place in the group, from 0.</param>
public sealed record RemovedRow(Guid FormId, IndicatorRow Row, int At)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its texts on one line, cut where they would fill the cell.</summary>
    public string Short => Core.Checks.Quoted.Short($"{Row.Name}　{Row.Value}".Trim());

    /// <summary>For the journey through one redirect, in a cookie: as small as it goes, since proxies refuse long ones.</summary>
    public string Pack()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(brotli, this, Json);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    public static RemovedRow? Unpack(object? packed, Guid formId)
    {
        if (packed is not string text)
            return null;
        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<RemovedRow>(brotli, Json) is { } removed && removed.FormId == formId ? removed : null;
    }

    /// <summary>The row in the place that it had.</summary>
    public FormContent Restore(FormContent content)
    {
        // A resent post finds its row there already.
        if (content.Indicators.Any(row => row.Id == Row.Id))
            return content;
        var rows = content.Indicators.ToList();
        var next = content.RowsOf(Row.GroupKey).ElementAtOrDefault(At);
        rows.Insert(next is null ? rows.Count : rows.IndexOf(next), Row);
        return content with { Indicators = rows };
    }
}
