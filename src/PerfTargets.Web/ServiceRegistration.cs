using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web;

/// <summary>What serving and the command line have in common.</summary>
public static class ServiceRegistration
{
    public static IServiceCollection AddPerfTargets(this IServiceCollection services, IConfiguration configuration)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Site:TimeZone"] ?? LocalCalendar.DefaultZone);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new LocalCalendar(provider.GetRequiredService<TimeProvider>(), zone));
        services.AddScoped<FormService>();
        services.AddScoped<ApprovalService>();
        services.AddScoped<FormImporter>();
        services.AddScoped<FormSelector>();
        services.AddSingleton(FontSet.Embedded);
        services.AddSingleton<IPdfEngine, PdfEngine>();
        services.AddSingleton<OfficialDocuments>();
        services.AddSingleton<IOfficialDocuments>(provider => provider.GetRequiredService<OfficialDocuments>());
        services.AddScoped<OfficialFiles>();
        return services;
    }
}
