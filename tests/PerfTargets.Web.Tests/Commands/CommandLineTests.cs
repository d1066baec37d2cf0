using System.Text;
using Microsoft.Extensions.Configuration;
using PerfTargets.Web.Commands;

namespace PerfTargets.Web.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_SaysAllVerbs(string word)
    {
        var run = await CommandRun.OfAsync(word);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(Verb.All, verb => Assert.Contains($"perftargets {verb.Words}", run.Text, StringComparison.Ordinal));
        Assert.Empty(run.Notes);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("forms")]
    [InlineData("forms", "delete")]
    [InlineData("admin")]
    public async Task UnknownVerb_SaysUsageBesideTheAnswer(params string[] args)
    {
        var run = await CommandRun.OfAsync(args);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Empty(run.Answer);
        Assert.StartsWith($"不认识的命令“{string.Join(' ', args)}”", run.Notes, StringComparison.Ordinal);
        Assert.Contains("用法", run.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrate now", "多余的参数“now”")]
    [InlineData("migrate --force 1", "不认识的选项“--force”")]
    [InlineData("admin create", "缺少用户名")]
    [InlineData("forms import", "缺少要导入的文件")]
    [InlineData("forms import a.json b.json", "多余的参数“b.json”")]
    [InlineData("forms import nowhere.json", "没有文件“nowhere.json”")]
    [InlineData("forms check", "请给出一个文件")]
    [InlineData("forms check a.json --year 2023", "请给出一个文件")]
    [InlineData("forms check --year 23", "--year 应是")]
    [InlineData("forms check --year", "选项 --year 后面缺少值")]
    [InlineData("forms export --year 2023 --year 2024", "选项 --year 出现了两次")]
    [InlineData("forms export --year 2023 --format pdf", "缺少选项 --out")]
    [InlineData("forms export --year 2023 --format doc --out a", "--format 只能是 pdf、xlsx、docx 或 json")]
    [InlineData("forms export --year 2023 --status 通过 --format pdf --out a", "没有状态“通过”")]
    [InlineData("migrate --Site:Tls true", "没有设置项“Site:Tls”")]
    [InlineData("migrate --Site:TimeZone Asia/Pingluo", "“Asia/Pingluo”不是本机认识的时区")]
    [InlineData("migrate --Site:TrustedProxies proxy.lan", "“proxy.lan”既不是地址，也不是 10.0.0.0/8 这样的网段")]
    [InlineData("migrate --Site:Https ja", "Site:Https 的值“ja”不可用，请写 true 或 false")]
    [InlineData("migrate --SignIn:IdleMinutes 0", "SignIn:IdleMinutes 的值“0”不可用，请写一个大于 0 的整数")]
    [InlineData("migrate --Fonts:Folder nowhere", "没有字体文件夹“nowhere”，请检查路径。")]
    [InlineData("migrate --Fonts:Text 仿宋", "请写明字体所在的文件夹")]
    [InlineData("health --url nonsense", "不是网址")]
    public async Task BadInput_IsSaidAndNothingElse(string line, string reason)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Empty(run.Answer);
        Assert.Contains(reason, run.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrate --Database:Provider Oracle", "不支持的数据库类型“Oracle”")]
    [InlineData("migrate --Database:Provider Postgres --ConnectionStrings:PerfTargets Host=127.0.0.1;Port=1;Database=x;Username=x", "无法使用数据库")]
    [InlineData("health --url http://127.0.0.1:1", "没有回答")]
    public async Task OutOfReach_IsSaid(string line, string reason)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal(ExitCode.OutOfReach, run.Code);
        Assert.Empty(run.Answer);
        Assert.Contains(reason, run.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingsAlone_Serve()
    {
        Assert.Null(await CommandLine.TryRunAsync([]));
        Assert.Null(await CommandLine.TryRunAsync(["--urls", "http://127.0.0.1:0"]));
        Assert.Null(await CommandLine.TryRunAsync(["urls=http://127.0.0.1:0"]));
    }

    [Theory]
    [InlineData("urls=http://0.0.0.0:8080;https://0.0.0.0:8443", "http://localhost:8080")]
    [InlineData("urls=http://+:81", "http://localhost:81")]
    [InlineData("urls=http://[::]:81", "http://localhost:81")]
    [InlineData("urls=https://site.local:8443", "https://site.local:8443")]
    [InlineData("http_ports=8080", "http://localhost:8080")]
    [InlineData("Kestrel:Endpoints:Http:Url=http://10.1.2.3:82", "http://10.1.2.3:82")]
    [InlineData("a=b", "http://localhost:5000")]
    public void Health_AsksWhereTheProgramListens(string setting, string address)
    {
        var pair = setting.Split('=', 2);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(pair[0], pair[1])]).Build();

        Assert.Equal(address, HealthVerb.Address(configuration));
    }

    [Fact]
    public async Task OutputFile_ThatCannotBeWritten_LeavesWhatWasThere()
    {
        using var folder = new CommandFolder();
        var path = folder.Write("a.pdf", "old"u8.ToArray());
        using var console = new MemoryStream();

        await OutputFile.WriteAsync(path, new CommandConsole(console, TextWriter.Null), to => to.WriteAsync("new"u8.ToArray()).AsTask());
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            OutputFile.WriteAsync(path, new CommandConsole(console, TextWriter.Null), _ => throw new InvalidDataException("half way")));

        Assert.Equal("new", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));
        Assert.Equal(["a.pdf"], folder.Names);
        Assert.Equal(0, console.Length);
    }

    [Fact]
    public async Task OutputFile_WhereNoneCanBe_IsRefusedWithTheReason()
    {
        using var folder = new CommandFolder();
        var (there, none, tooLong, denied) = (
            Directory.CreateDirectory(folder.Path("there")).FullName, folder.Path("none/a.pdf"), folder.Path(new string('a', 300)), folder.Path("none"));

        Assert.Equal($"没有文件夹“{folder.Path("none")}”，没有写出文件。请先建好文件夹，或者写到别处", await RefusalAsync(none));
        Assert.Equal($"“{there}”是文件夹，没有写出文件。请写明文件名", await RefusalAsync(there));
        Assert.Equal($"写不了“{tooLong}”，没有写出文件。请检查文件名是否太长、磁盘是否只读或者已满", await RefusalAsync(tooLong));
        Assert.Equal($"没有权限写“{denied}”，没有写出文件。请写到别处，或者换一个有权限的系统用户", await RefusalAsync(denied, new UnauthorizedAccessException()));
        Assert.Empty(folder.Names);

        static async Task<string> RefusalAsync(string path, Exception? wrong = null)
        {
            var refusal = await Assert.ThrowsAsync<CommandRefusedException>(() => OutputFile.WriteAsync(
                path, new CommandConsole(Stream.Null, TextWriter.Null), _ => wrong is null ? Task.CompletedTask : Task.FromException(wrong)));
            Assert.Equal(ExitCode.OutOfReach, refusal.Code);
            return refusal.Message;
        }
    }
}
