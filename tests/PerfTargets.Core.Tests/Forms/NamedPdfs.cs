using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Forms;

/// <summary>Official files that only say of which project they are, in fonts that have every character.</summary>
internal sealed class NamedPdfs : IOfficialDocuments
{
    public byte[] ApprovedPdf(SnapshotDocument snapshot) => System.Text.Encoding.UTF8.GetBytes("PDF of " + snapshot.Content.ProjectName);

    public IReadOnlyList<string> Unprintable(string text) => [];
}
