using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Library;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;
using PerfTargets.Documents.Spreadsheet;
using PerfTargets.Documents.Word;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Demonstration;
using PerfTargets.Web.Infrastructure.Documents;
using PerfTargets.Web.Pages.Errors;

namespace PerfTargets.Web;

/// <summary>What serving and the command line have in common.</summary>
public static class ServiceRegistration
{
    public static IServiceCollection AddPerfTargets(this IServiceCollection services, IConfiguration configuration)
    {
        Settings.Verify(configuration);
        var zone = Settings.TimeZone(configuration);
        services.AddPerfTargetsData(configuration, Directory.GetCurrentDirectory());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new LocalCalendar(provider.GetRequiredService<TimeProvider>(), zone));
        services.AddSingleton<RememberedRows>();
        services.AddSingleton<RememberedNeighbours>();
        services.AddSingleton<RememberedReports>();
        services.AddScoped<CheckContexts>();
        services.AddScoped<FormService>();
        services.AddScoped<ApprovalService>();
        services.AddScoped<FormHistory>();
        services.AddScoped<FormLists>();
        services.AddScoped<YearDates>();
        services.AddScoped<YearService>();
        services.AddScoped<CheckSettingsService>();
        services.AddScoped<ApprovedTotalService>();
        services.AddScoped<OrganisationService>();
        services.AddScoped<ProjectService>();
        services.AddScoped<IndicatorLibrary>();
        services.AddScoped<LibraryCuration>();
        services.AddScoped<ApprovedRows>();
        services.AddScoped<FormImporter>();
        services.AddScoped<FormSelector>();
        services.AddScoped<FormReader>();
        services.AddScoped<FileVerification>();
        var fonts = Settings.Fonts(configuration);
        services.AddSingleton(fonts);
        services.AddSingleton(Settings.PdfEngine(configuration, fonts));
        services.AddSingleton<SpreadsheetWriter>();
        services.AddSingleton<WordWriter>();
        services.AddSingleton<OfficialDocuments>();
        services.AddSingleton<IOfficialDocuments>(provider => provider.GetRequiredService<OfficialDocuments>());
        services.AddScoped<OfficialFiles>();
        services.AddScoped<KeptTexts>();
        services.AddScoped<DemonstrationLoader>();
        services.AddDataProtection().SetApplicationName("PerfTargets").PersistKeysToDbContext<PerfTargetsDbContext>()
            // Half the time of the framework's own choice, and asked for three times with each page. Keys made before stay as they are.
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        AddAccounts(services, configuration);
        return services;
    }

    private static void AddAccounts(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SignInSettings>(configuration.GetSection(SignInSettings.Section));
        services.AddIdentityCore<StaffMember>().AddEntityFrameworkStores<PerfTargetsDbContext>();
        services.AddSingleton<IConfigureOptions<PasswordHasherOptions>>(provider => new ConfigureOptions<PasswordHasherOptions>(hasher =>
            hasher.IterationCount = provider.GetRequiredService<IOptions<SignInSettings>>().Value.PasswordIterations));
        services.AddScoped<SignInService>();
        services.AddScoped<StaffService>();
    }
}
