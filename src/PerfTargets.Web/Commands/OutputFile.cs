namespace PerfTargets.Web.Commands;

/// <summary>Writes a command's file whole or not at all: beside its place first, then renamed into it.</summary>
public static class OutputFile
{
    public const string StandardOutput = "-";

    public static async Task WriteAsync(string path, CommandConsole console, Func<Stream, Task> write)
    {
        if (path == StandardOutput)
        {
            await write(console.Answer);
            await console.Answer.FlushAsync();
            return;
        }
        var target = Path.GetFullPath(path);
        var beside = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
