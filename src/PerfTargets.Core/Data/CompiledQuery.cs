using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PerfTargets.Core.Data;

/// <summary>
/// A query that is translated once for each database. EF takes every other one apart each time, to look its translation up, which for what is asked
/// with each request takes longer than the database does. Such queries read no lists, and say AsSingleQuery: what may be split is kept until it is read to the end.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>, whose query serves one model alone.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _byModel = [];

    public TQuery For(PerfTargetsDbContext db) => _byModel.GetValue(db.Model, _ => compile());
}
