namespace PerfTargets.Web.Commands;

/// <summary>A file that a command was given, relative to the folder it was called from.</summary>
public static class InputFile
{
    /// <exception cref="CommandRefusedException">There is no such file, or it may not be read.</exception>
    public static async Task<(string Name, byte[] Bytes)> ReadAsync(string path, int mostBytes)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new CommandRefusedException($"没有文件“{path}”");
        try
        {
            return (path, await ReadAsync(file, mostBytes));
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"没有权限读“{path}”，请换一个有权限的系统用户", ExitCode.OutOfReach);
        }
        catch (IOException)
        {
            throw new CommandRefusedException($"读不了“{path}”，它也许正在改动或者磁盘有问题，请稍后再试", ExitCode.OutOfReach);
        }
    }

    private static async Task<byte[]> ReadAsync(FileInfo file, int mostBytes)
    {
        // One byte more than allowed: the reader says that it is too large, without this program having read it all.
        var bytes = new byte[Math.Min(file.Length, mostBytes + 1L)];
        await using var stream = file.OpenRead();
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
