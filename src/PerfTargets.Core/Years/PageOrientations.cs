namespace PerfTargets.Core.Years;

public static class PageOrientations
{
    /// <summary>As templates write it.</summary>
    public static string Key(this PageOrientation orientation) => orientation == PageOrientation.Portrait ? "portrait" : "landscape";

    public static string Word(this PageOrientation orientation) => orientation == PageOrientation.Portrait ? "纵向" : "横向";

    /// <summary>The orientation of a key, null when there is none.</summary>
    public static PageOrientation? Find(string? key) =>
        Enum.GetValues<PageOrientation>().Where(orientation => orientation.Key() == key).Cast<PageOrientation?>().FirstOrDefault();
}
