using System.Text;

namespace PerfTargets.Documents.Fonts;

/// <summary>The fonts that a site has put into a folder: files .ttf, .otf and .ttc with TrueType outlines.</summary>
public sealed class FontFolder
{
    const uint Collection = 0x74746366; // ttcf

    readonly string _folder;
    readonly List<(string File, IReadOnlyList<string> Names, FontFace Face)> _fonts = [];
    readonly List<string> _unusable = [];

    /// <summary>Reads the folder, not what is below it.</summary>
    /// <param name="folder">A path; relative to the current directory.</param>
    /// <exception cref="FontRefusedException">There is no such folder, or it cannot be read.</exception>
    public FontFolder(string folder)
    {
        _folder = folder;
        try
        {
            string[] kinds = [".ttf", ".ttc", ".otf"];
            foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                if (kinds.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) Read(path);
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new FontRefusedException(wrong switch
            {
                _ when File.Exists(folder) => $"字体文件夹“{folder}”是文件，请写明字体文件所在的文件夹。",
                DirectoryNotFoundException => $"没有字体文件夹“{folder}”，请检查路径。",
                UnauthorizedAccessException => $"没有权限读字体文件夹“{folder}”或者其中的字体文件，请让运行程序的系统用户可以读。",
                _ => $"读不了字体文件夹“{folder}”，请检查其中的字体文件和磁盘。",
            });
        }
    }

    /// <summary>All names by which <see cref="Find"/> knows a font, in the order of the files.</summary>
    public IReadOnlyList<string> Names => [.. _fonts.SelectMany(font => font.Names).Distinct()];

    /// <summary>Files that cannot be used, each with the reason, as sentences in Chinese.</summary>
    public IReadOnlyList<string> Unusable => _unusable;

    /// <param name="name">A family, full or PostScript name, or the name of the file; upper and lower case are the same.</param>
    /// <param name="role">What it is for: of a family's faces the bold one, or the one that is not.</param>
    /// <exception cref="FontRefusedException">No such font is there; the message says which are.</exception>
    internal FontFace Require(string name, FontRole role) => Find(name, role) ?? throw new FontRefusedException(
        $"字体文件夹“{_folder}”里没有字体“{name}”。"
        + (_fonts.Count > 0 ? $"有：{string.Join('、', Names)}。" : "里面没有可用的字体。")
        + string.Concat(_unusable));

    internal FontFace? Find(string name, FontRole role)
    {
        var found = _fonts.FindAll(font =>
            font.Names.Contains(name, StringComparer.OrdinalIgnoreCase)
            || string.Equals(font.File, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(Path.GetFileNameWithoutExtension(font.File), name, StringComparison.OrdinalIgnoreCase));
        return found.Select(font => font.Face).OrderBy(face => FontNames.IsBold(face) == (role == FontRole.Text)).FirstOrDefault();
    }

    void Read(string path)
    {
        var (bytes, file) = (File.ReadAllBytes(path), Path.GetFileName(path));
        try
        {
            foreach (var start in Starts(bytes))
            {
                var face = new FontFace(PdfName(file), bytes, start: start);
                if (FontNames.Prohibition(face) is { } prohibition) _unusable.Add($"“{file}”不能用：{prohibition}。");
                else _fonts.Add((file, FontNames.Of(face), face));
            }
        }
        catch (Exception wrong) when (wrong is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            _unusable.Add($"“{file}”不能用：它不是带 TrueType 轮廓的字体文件。");
        }
    }

    /// <summary>Where the faces of a file begin: several in a collection.</summary>
    static IEnumerable<int> Starts(byte[] file)
    {
        if (file.Length < 12 || FontFace.U32(file, 0) != Collection) return [0];
        return [.. Enumerable.Range(0, checked((int)FontFace.U32(file, 8))).Select(i => checked((int)FontFace.U32(file, 12 + i * 4)))];
    }

    /// <summary>A name of letters and digits that PDF takes without escapes.</summary>
    static string PdfName(string file)
    {
        var name = new StringBuilder();
        foreach (var letter in Path.GetFileNameWithoutExtension(file)) if (char.IsAsciiLetterOrDigit(letter)) name.Append(letter);
        return name.Length > 0 ? name.ToString() : "SiteFont";
    }
}

/// <summary>A font cannot be used as asked; the message is a sentence in Chinese for who runs the site.</summary>
public sealed class FontRefusedException(string message) : Exception(message);
