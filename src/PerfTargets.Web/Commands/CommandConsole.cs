using System.Text;

namespace PerfTargets.Web.Commands;

/// <summary>Where a command speaks: the answer alone to one stream, everything else to the other.</summary>
public sealed class CommandConsole(Stream answer, TextWriter notes)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Stream Answer { get; } = answer;

    public TextWriter Notes { get; } = notes;

    public static CommandConsole OfProcess()
    {
        if (!OperatingSystem.IsWindows() || !Console.IsErrorRedirected)
            Console.OutputEncoding = Utf8;
        return new CommandConsole(Console.OpenStandardOutput(), Console.Error);
    }

    /// <summary>A line of the answer, in UTF-8 whatever the console's code page.</summary>
    public async Task WriteLineAsync(string line) => await Answer.WriteAsync(Utf8.GetBytes(line + "\n"));
}
