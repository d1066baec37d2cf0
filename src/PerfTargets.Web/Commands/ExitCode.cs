namespace PerfTargets.Web.Commands;

/// <summary>What a command answers to the shell that called it.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>forms check alone: findings of severity E.</summary>
    public const int Errors = 1;

    public const int BadInput = 2;

    /// <summary>The database, a file or the running program could not be reached.</summary>
    public const int OutOfReach = 3;
}

/// <summary>The command cannot be carried out as it was given; the message goes to the person at the console.</summary>
public sealed class CommandRefusedException(string message, int exitCode = ExitCode.BadInput) : Exception(message)
{
    public int Code { get; } = exitCode;
}
