using Microsoft.AspNetCore.Identity;

namespace PerfTargets.Core.Organisations;

/// <summary>What a person may do; several can be held at once.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>填报人.</summary>
    Filler = 1,

    /// <summary>单位审核人.</summary>
    UnitReviewer = 2,

    /// <summary>主管部门审核人.</summary>
    DepartmentReviewer = 4,

    /// <summary>财政业务股室审核人.</summary>
    SectionReviewer = 8,

    /// <summary>财政绩效股审核人; also gives the 批复.</summary>
    PerformanceReviewer = 16,

    /// <summary>管理员: years, organisations, staff, projects; no part in the way of a form.</summary>
    Administrator = 32,
}

/// <summary>A person with an account.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    public StaffMember() => Id = Guid.CreateVersion7();

    public required string DisplayName { get; set; }

    public Guid OrganisationId { get; set; }

    public Organisation? Organisation { get; set; }

    public Role Roles { get; set; }

    public bool IsDisabled { get; set; }

    /// <summary>Set with a one-time password; no other page opens until it is changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When a one-time password stops working (UTC); null for a password of the person's own.</summary>
    public DateTime? OneTimePasswordExpiresAt { get; set; }
}

/// <summary>What each request asks of the account of the person from whom it comes.</summary>
/// <param name="SecurityStamp">A session that has another one is over.</param>
public sealed record Account(Actor Person, string? SecurityStamp, bool IsDisabled, bool MustChangePassword);

/// <summary>Who acts: the part of a staff member that rules and records need.</summary>
public sealed record Actor(Guid Id, string Name, Guid OrganisationId, string OrganisationName, Role Roles)
{
    /// <summary>The program itself, when a command at the server's console acts.</summary>
    public static Actor Console { get; } = new(Guid.Empty, "系统", Guid.Empty, "", Role.None);

    public bool Has(Role role) => (Roles & role) != 0;
}

public static class RoleWords
{
    public static readonly IReadOnlyList<Role> All =
    [
        Role.Filler, Role.UnitReviewer, Role.DepartmentReviewer, Role.SectionReviewer, Role.PerformanceReviewer, Role.Administrator,
    ];

    public static string Word(this Role role) => role switch
    {
        Role.Filler => "填报人",
        Role.UnitReviewer => "单位审核人",
        Role.DepartmentReviewer => "主管部门审核人",
        Role.SectionReviewer => "业务股室审核人",
        Role.PerformanceReviewer => "绩效股审核人",
        Role.Administrator => "管理员",
        _ => string.Join('、', All.Where(one => role.HasFlag(one)).Select(Word)),
    };
}
