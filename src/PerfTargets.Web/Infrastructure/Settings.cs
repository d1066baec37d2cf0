using System.Globalization;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Web.Infrastructure.Demonstration;
using PerfTargets.Web.Infrastructure.Documents;
using PerfTargets.Web.Infrastructure.Hosting;

namespace PerfTargets.Web.Infrastructure;

/// <summary>A setting that the program reads.</summary>
public sealed record Setting(string Key, string Default)
{
    /// <summary>The name of the environment variable that sets it.</summary>
    public string Variable => Key.Replace(":", "__", StringComparison.Ordinal);
}

/// <summary>
/// All settings of the program's own, in one list: what is bound from the configuration is listed by its class, and a key that nothing
/// reads stops the program, because a misspelt setting that is passed over silently looks like one that works.
/// </summary>
public static class Settings
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new(DatabaseSettings.ProviderKey, nameof(DatabaseProvider.Sqlite)),
        new($"ConnectionStrings:{DatabaseSettings.ConnectionName}", "Data Source=data/perftargets.db"),
        new(TimeZoneKey, LocalCalendar.DefaultZone),
        .. Of(SiteSettings.Section, new SiteSettings()),
        .. Of(SignInSettings.Section, new SignInSettings()),
        .. Of(FontSettings.Section, new FontSettings()),
        .. Of(PdfSettings.Section, new PdfSettings()),
        .. Of(DemonstrationSettings.Section, new DemonstrationSettings()),
    ];

    public const string TimeZoneKey = "Site:TimeZone";

    private static readonly string[] Sections = [.. All.Select(setting => setting.Key.Split(':')[0]).Distinct()];

    /// <exception cref="SettingRefusedException">A section of ours holds a key that the program does not read, or a value that it cannot use.</exception>
    public static void Verify(IConfiguration configuration)
    {
        var unknown = Sections.SelectMany(section => configuration.GetSection(section).GetChildren())
            .Where(child => !All.Any(setting => string.Equals(setting.Key, child.Path, StringComparison.OrdinalIgnoreCase)))
            .Select(child => child.Path).ToList();
        if (unknown.Count > 0)
            throw new SettingRefusedException($"没有设置项“{string.Join('、', unknown)}”，可以用的有：{string.Join('、', All.Select(setting => setting.Key))}");
        _ = TimeZone(configuration);
        _ = Read<SiteSettings>(configuration, SiteSettings.Section).Proxies;
        Read<SignInSettings>(configuration, SignInSettings.Section);
        Read<DemonstrationSettings>(configuration, DemonstrationSettings.Section);
    }

    /// <exception cref="SettingRefusedException">A font is asked for that is not there.</exception>
    public static FontSet Fonts(IConfiguration configuration) => Read<FontSettings>(configuration, FontSettings.Section).Fonts();

    /// <exception cref="SettingRefusedException">An engine is asked for that is not there, or without a licence.</exception>
    public static IPdfEngine PdfEngine(IConfiguration configuration, FontSet fonts) => Read<PdfSettings>(configuration, PdfSettings.Section).Create(fonts, PdfBackends.QuestPdf);

    public static TimeZoneInfo TimeZone(IConfiguration configuration)
    {
        var name = configuration[TimeZoneKey] ?? LocalCalendar.DefaultZone;
        try
        {
            return LocalCalendar.ZoneOf(name);
        }
        catch (Exception wrong) when (wrong is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new SettingRefusedException($"设置 {TimeZoneKey} 的值“{name}”不是本机认识的时区，请写成 Asia/Shanghai 这样的名称。");
        }
    }

    private static T Read<T>(IConfiguration configuration, string section) where T : new()
    {
        var settings = new T();
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            if (configuration[$"{section}:{property.Name}"] is not { } text)
                continue;
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(bool) && !bool.TryParse(text, out _))
                throw new SettingRefusedException($"设置 {section}:{property.Name} 的值“{text}”不可用，请写 true 或 false。");
            if (property.PropertyType == typeof(int) && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
                throw new SettingRefusedException($"设置 {section}:{property.Name} 的值“{text}”不可用，请写一个大于 0 的整数。");
        }
        configuration.GetSection(section).Bind(settings);
        return settings;
    }

    private static IEnumerable<Setting> Of<T>(string section, T defaults) where T : notnull =>
        typeof(T).GetProperties().Where(property => property.CanWrite)
            .Select(property => new Setting($"{section}:{property.Name}", Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture) ?? ""));
}

/// <summary>The program does not start with such settings; the message says which and why.</summary>
public sealed class SettingRefusedException(string message) : Exception(message);
