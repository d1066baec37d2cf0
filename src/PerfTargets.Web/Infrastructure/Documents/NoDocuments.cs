using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Infrastructure.Documents;

public sealed class NoDocuments : IOfficialDocuments
{
    public byte[] ApprovedPdf(SnapshotDocument snapshot) => throw new NotSupportedException();

    public IReadOnlyList<string> Unprintable(string text) => [];
}
