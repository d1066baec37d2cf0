using System.Text;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

/// <summary>A site's own fonts. The handmade font has 甲, 乙 and 丙 only; everything else comes from the fonts of the program.</summary>
public sealed class FontFolderTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("fonts").FullName;

    static FontChoice None { get; } = new([], [], []);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("甲乙体"), InlineData("tiny.ttf"), InlineData("TINY")]
    public void A_font_is_found_by_its_name_or_its_files(string name)
    {
        Put("tiny.ttf", TinyFont.Build("甲乙体"));

        var fonts = FontSet.From(new FontFolder(_folder), None with { Text = [name] });

        Assert.Equal("tiny", fonts.Resolve(new Rune('甲'), FontRole.Text).Face.Name);
    }

    [Fact]
    public void A_character_that_a_font_lacks_is_drawn_with_the_next_one()
    {
        Put("tiny.ttf", TinyFont.Build("甲乙体"));

        var fonts = FontSet.From(new FontFolder(_folder), None with { Text = ["甲乙体"], Title = ["甲乙体"] });

        Assert.Equal("NotoSerifSC-Regular", fonts.Resolve(new Rune('丁'), FontRole.Text).Face.Name);
        Assert.Equal("NotoSerifSC-Bold", fonts.Resolve(new Rune('丁'), FontRole.Title).Face.Name);
        Assert.Equal("NotoSerifSC-Bold", fonts.Resolve(new Rune('甲'), FontRole.Label).Face.Name);
    }

    [Fact]
    public void The_usual_font_of_headings_is_taken_where_it_is_present()
    {
        Put("xbs.ttf", TinyFont.Build("方正小标宋简体"));

        var fonts = FontSet.From(new FontFolder(_folder), None);

        Assert.Equal("xbs", fonts.Resolve(new Rune('甲'), FontRole.Title).Face.Name);
        Assert.Equal("NotoSerifSC-Regular", fonts.Resolve(new Rune('甲'), FontRole.Text).Face.Name);
    }

    [Fact]
    public void Of_a_family_the_bold_face_is_for_heading_and_labels_and_the_other_for_text()
    {
        Put("bold.ttf", TinyFont.Build("甲乙体", isBold: true));
        Put("regular.ttf", TinyFont.Build("甲乙体"));

        var fonts = FontSet.From(new FontFolder(_folder), new FontChoice(["甲乙体"], ["甲乙体"], ["甲乙体"]));

        FontRole[] roles = [FontRole.Title, FontRole.Label, FontRole.Text];
        Assert.Equal(["bold", "bold", "regular"], roles.Select(role => fonts.Resolve(new Rune('甲'), role).Face.Name));
    }

    [Fact]
    public void An_empty_folder_changes_nothing() => Assert.Equal(
        new PdfEngine().Render([SeedForms.All[0]], Prints.Info),
        new PdfEngine(FontSet.From(new FontFolder(_folder), None)).Render([SeedForms.All[0]], Prints.Info));

    [Fact]
    public void Each_font_of_a_collection_has_its_name()
    {
        Put("both.ttc", TinyFont.Collection("甲体", "乙体"));

        var folder = new FontFolder(_folder);

        Assert.Equal(["甲体", "乙体"], folder.Names);
        Assert.NotEqual(0, folder.Require("乙体", FontRole.Text).Glyph(new Rune('甲')));
    }

    [Fact]
    public void A_print_with_fonts_of_a_collection_reads_back()
    {
        Put("both.ttc", TinyFont.Collection("甲体", "乙体"));
        var table = SeedForms.All[0] with { Goal = new("目标", "甲乙丙丁") };

        var pdf = new PdfEngine(FontSet.From(new FontFolder(_folder), None with { Text = ["乙体"] })).Render([table], Prints.Info);

        Prints.AssertReadsBack(table, pdf);
        Assert.Contains("甲乙丙丁", PdfText.Pages(pdf)[0]);
    }

    [Fact]
    public void A_font_that_is_not_there_is_refused_with_those_that_are()
    {
        Put("tiny.ttf", TinyFont.Build("甲乙体"));
        Put("broken.ttf", "no font at all"u8.ToArray());

        var refusal = Assert.Throws<FontRefusedException>(() => FontSet.From(new FontFolder(_folder), None with { Text = ["仿宋"] }));

        Assert.Equal(
            $"字体文件夹“{_folder}”里没有字体“仿宋”。有：甲乙体。“broken.ttf”不能用：它不是带 TrueType 轮廓的字体文件。", refusal.Message);
    }

    [Theory]
    [InlineData(0x0002, "它的许可不允许嵌入文件"), InlineData(0x0100, "它的许可不允许只嵌入用到的字"), InlineData(0x0200, "它的许可只允许嵌入点阵")]
    public void A_font_whose_licence_forbids_it_is_not_used(int licence, string reason)
    {
        Put("tiny.ttf", TinyFont.Build("甲乙体", licence));

        var folder = new FontFolder(_folder);

        Assert.Empty(folder.Names);
        Assert.Equal($"“tiny.ttf”不能用：{reason}。", Assert.Single(folder.Unusable));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_named_and_never_stops_the_program()
    {
        var whole = TinyFont.Collection("甲体", "乙体");
        for (var length = 0; length < whole.Length; length += 7) Put($"{length:000}.ttc", whole[..length]);

        var folder = new FontFolder(_folder);

        Assert.All(folder.Unusable, sentence => Assert.EndsWith("不能用：它不是带 TrueType 轮廓的字体文件。", sentence));
        Assert.NotEmpty(folder.Unusable);
    }

    [Fact]
    public void A_folder_that_cannot_be_read_is_refused_with_the_reason()
    {
        Put("tiny.ttf", TinyFont.Build("甲乙体"));
        var (none, file) = (Path.Combine(_folder, "none"), Path.Combine(_folder, "tiny.ttf"));

        Assert.Equal($"没有字体文件夹“{none}”，请检查路径。", Refusal(none));
        Assert.Equal($"字体文件夹“{file}”是文件，请写明字体文件所在的文件夹。", Refusal(file));
        File.CreateSymbolicLink(Path.Combine(_folder, "gone.ttf"), Path.Combine(_folder, "nowhere.ttf"));
        Assert.Equal($"读不了字体文件夹“{_folder}”，请检查其中的字体文件和磁盘。", Refusal(_folder));

        static string Refusal(string folder) => Assert.Throws<FontRefusedException>(() => new FontFolder(folder)).Message;
    }

    void Put(string name, byte[] file) => File.WriteAllBytes(Path.Combine(_folder, name), file);
}
