namespace PerfTargets.Web.Commands;

/// <summary>Writes a command's file whole or not at all: beside its place first, then renamed into it.</summary>
public static class OutputFile
{
    public const string StandardOutput = "-";

    /// <exception cref="CommandRefusedException">The file cannot be written there.</exception>
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
        catch (Exception wrong)
        {
            // Deleting in a folder that is not there would be refused too.
            if (File.Exists(beside))
                File.Delete(beside);
            if (wrong is IOException or UnauthorizedAccessException)
                throw new CommandRefusedException(Refusal(wrong, path, target), ExitCode.OutOfReach);
            throw;
        }
    }

    private static string Refusal(Exception wrong, string path, string target) => wrong switch
    {
        DirectoryNotFoundException => $"没有文件夹“{Path.GetDirectoryName(target)}”，没有写出文件。请先建好文件夹，或者写到别处",
        _ when Directory.Exists(target) => $"“{path}”是文件夹，没有写出文件。请写明文件名",
        UnauthorizedAccessException => $"没有权限写“{path}”，没有写出文件。请写到别处，或者换一个有权限的系统用户",
        _ => $"写不了“{path}”，没有写出文件。请检查文件名是否太长、磁盘是否只读或者已满",
    };
}
