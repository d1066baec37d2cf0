using System.Security.Claims;

namespace PerfTargets.Web.Infrastructure.Access;

/// <summary>What somebody said of their computer when signing in; it holds for the session.</summary>
public static class SharedComputer
{
    public const string ClaimType = "shared-computer";
    public const string Yes = "yes";

    public static readonly Claim Claim = new(ClaimType, Yes);
}
