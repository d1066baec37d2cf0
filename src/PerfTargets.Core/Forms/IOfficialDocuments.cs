namespace PerfTargets.Core.Forms;

/// <summary>Makes the official file of a form. Core knows that there is one; how it is drawn is Documents' business, and the host joins the two.</summary>
public interface IOfficialDocuments
{
    /// <summary>The PDF of an approved form, from its snapshot alone: same snapshot, same bytes.</summary>
    byte[] ApprovedPdf(SnapshotDocument snapshot);

    /// <summary>The characters of a text that no font in use can print.</summary>
    IReadOnlyList<string> Unprintable(string text);
}
