using Microsoft.Data.Sqlite;
using PerfTargets.Core.Data;

namespace PerfTargets.TestKit.Databases;

internal sealed class SqliteTestServer : TestServer
{
    private readonly Lazy<string> _directory = new(MakeDirectory);

    public override string NewConnectionString()
    {
        var place = Directory.CreateDirectory(Path.Combine(_directory.Value, Guid.CreateVersion7().ToString("N")));
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(place.FullName, "perftargets.db") }.ConnectionString;
    }

    public override ValueTask DropAsync(string connectionString)
    {
        Directory.Delete(Path.GetDirectoryName(FileOf(connectionString))!, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected override Task CopyAsync(string template, string copy)
    {
        File.Copy(FileOf(template), FileOf(copy));
        return Task.CompletedTask;
    }

    protected override async Task<string> MakeTemplateAsync()
    {
        var template = NewConnectionString();
        await TestDatabase.MigrateAsync(DatabaseProvider.Sqlite, template);
        // The end of the last connection moved everything into the one file that is copied.
        return File.Exists(FileOf(template) + "-wal") ? throw new InvalidOperationException("The template still has a log.") : template;
    }

    private static string FileOf(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;

    private static string MakeDirectory()
    {
        var directory = Directory.CreateTempSubdirectory("perftargets-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        return directory;
    }
}
