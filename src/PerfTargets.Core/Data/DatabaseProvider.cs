namespace PerfTargets.Core.Data;

/// <summary>The databases that the program runs on, by their names in the configuration.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
