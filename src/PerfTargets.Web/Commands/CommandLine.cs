namespace PerfTargets.Web.Commands;

public static class CommandLine
{
    public static Task<int?> TryRunAsync(string[] args) => Task.FromResult<int?>(null);
}
