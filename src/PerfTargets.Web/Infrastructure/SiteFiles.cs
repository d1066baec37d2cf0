using Microsoft.AspNetCore.Components;

namespace PerfTargets.Web.Infrastructure;

/// <summary>
/// Where a page finds the site's styles and scripts: under a name that changes with what is in them, so that browsers keep them for good. The
/// framework's tag helpers would do the same, with an object and a task for each link.
/// </summary>
public static class SiteFiles
{
    /// <param name="path">Below wwwroot: css/site.css.</param>
    public static string FileAt(this HttpContext context, string path) =>
        "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
}
