using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerfTargets.Core.Tests.Data;

/// <summary>Counts what a context asks its database.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    public int Count { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
