using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>What others do to a form meanwhile, without a browser.</summary>
public sealed class Office(County county, Guid form)
{
    /// <summary>A second clerk at the same unit.</summary>
    public const string Colleague = "industry.second", ColleagueName = "赵同事";

    /// <summary>Gives the clerk the colleague.</summary>
    public Task HireAsync() => county.App.WithAsync<PerfTargetsDbContext>(async db =>
    {
        var clerk = await db.Staff.AsNoTracking().SingleAsync(one => one.UserName == Account.Clerk);
        db.Add(new StaffMember
        {
            UserName = Colleague,
            NormalizedUserName = Colleague.ToUpperInvariant(),
            DisplayName = ColleagueName,
            OrganisationId = clerk.OrganisationId,
            Roles = Role.Filler,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PasswordHash = clerk.PasswordHash,
        });
        await db.SaveChangesAsync();
    });

    public async Task SaveAsync(Func<FormContent, FormContent> change, string account = Colleague)
    {
        var person = await Season.ActorAsync(county, account);
        await county.App.WithAsync<FormService>(async forms =>
        {
            var now = (await forms.FindAsync(form, person))!;
            await forms.SaveAsync(new FormRequest(form, now.Version, Guid.CreateVersion7()), change(now.Content), person);
        });
    }

    public async Task ActAsync(FormAction action, string account, string? opinion = null)
    {
        var person = await Season.ActorAsync(county, account);
        await county.App.WithAsync<FormService>(async forms =>
        {
            var now = (await forms.FindAsync(form, person))!;
            await forms.ActAsync(new FormRequest(form, now.Version, Guid.CreateVersion7()), action, opinion, person);
        });
    }

    /// <summary>The form as the server has it.</summary>
    public async Task<TargetForm> StoredAsync()
    {
        var clerk = await Season.ActorAsync(county, Account.Clerk);
        return await county.App.WithAsync<FormService, TargetForm>(async forms => (await forms.FindAsync(form, clerk))!);
    }
}
