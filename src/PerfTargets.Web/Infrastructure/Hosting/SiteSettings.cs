using System.Net;

namespace PerfTargets.Web.Infrastructure.Hosting;

/// <summary>Where and how the site stands: section "Site" of the configuration.</summary>
public sealed class SiteSettings
{
    public const string Section = "Site";

    /// <summary>People reach the site by https (its own or a proxy's): cookies are marked Secure and HSTS is sent. An intranet may have plain http only.</summary>
    public bool Https { get; set; }

    /// <summary>Addresses or networks (10.0.0.0/8) of proxies whose X-Forwarded-For and -Proto are believed, separated by commas; none by default.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>The most that one request may bring.</summary>
    public int RequestMegabytes { get; set; } = 8;

    public IReadOnlyList<IPNetwork> Proxies =>
    [
        .. TrustedProxies.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(text =>
            IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new SettingRefusedException($"设置 Site:TrustedProxies 中的“{text}”既不是地址，也不是 10.0.0.0/8 这样的网段。")),
    ];
}
