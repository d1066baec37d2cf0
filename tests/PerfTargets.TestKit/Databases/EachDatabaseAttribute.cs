using System.Reflection;
using PerfTargets.Core.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace PerfTargets.TestKit.Databases;

/// <summary>
/// Runs a theory once on every database, with the provider as its first argument. Where there is no PostgreSQL, that row is skipped
/// with the reason, for everyone to see, and never left out.
/// </summary>
/// <param name="more">Arguments after the provider.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachDatabaseAttribute(params object?[] more) : DataAttribute
{
    /// <summary>The test is about something that only PostgreSQL has.</summary>
    public bool PostgresOnly { get; set; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [.. Enum.GetValues<DatabaseProvider>().Where(one => one == DatabaseProvider.Postgres || !PostgresOnly).Select(Row)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(DatabaseProvider provider) => new([provider, .. more])
    {
        Skip = provider == DatabaseProvider.Postgres && PostgresTestServer.Configured is null ? PostgresTestServer.NotConfigured : null,
    };
}
