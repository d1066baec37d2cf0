namespace PerfTargets.Core.Data;

/// <summary>The program cannot work with the database it was given. The message is a sentence for whoever runs it, and says what to do.</summary>
public sealed class DatabaseRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);
