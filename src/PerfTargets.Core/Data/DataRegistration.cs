using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PerfTargets.Core.Data.Startup;

namespace PerfTargets.Core.Data;

public static class DataRegistration
{
    /// <summary>The database named in the configuration, as <see cref="PerfTargetsDbContext"/>, and what prepares it.</summary>
    /// <param name="baseDirectory">What a relative path of a SQLite file is relative to.</param>
    /// <exception cref="DatabaseRefusedException">The configuration names no usable database.</exception>
    public static IServiceCollection AddPerfTargetsData(this IServiceCollection services, IConfiguration configuration, string baseDirectory)
    {
        var settings = DatabaseSettings.Read(configuration, baseDirectory);
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<DatabaseMigrator>();
        return settings.Provider == DatabaseProvider.Sqlite
            ? services.AddDbContextPool<PerfTargetsDbContext, SqlitePerfTargetsDbContext>(settings.Apply)
            : services.AddDbContextPool<PerfTargetsDbContext, PostgresPerfTargetsDbContext>(settings.Apply);
    }
}
