namespace PerfTargets.Web.Commands;

/// <summary>A file that a command was given, relative to the folder it was called from.</summary>
public static class InputFile
{
    /// <exception cref="CommandRefusedException">There is no such file, or it is larger than anything the command could take.</exception>
    public static async Task<(string Name, byte[] Bytes)> ReadAsync(string path, int mostBytes)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new CommandRefusedException($"没有文件“{path}”");
        // One byte more than allowed: the reader says that it is too large, without this program having read it all.
        var bytes = new byte[Math.Min(file.Length, mostBytes + 1L)];
        await using var stream = file.OpenRead();
        await stream.ReadExactlyAsync(bytes);
        return (path, bytes);
    }
}
