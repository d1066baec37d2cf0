using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure.Errors;

namespace PerfTargets.Web.Infrastructure.Access;

/// <summary>
/// Reads the signed-in person for each request, so that a changed role counts at once and a disabled account, a reset password or a move ends
/// or changes the session with the next click.
/// </summary>
public sealed class SignedInPersonLoader(RequestDelegate next, IOptions<IdentityOptions> identity)
{
    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid, IAsyncEnumerable<Account>>> ById = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid id) => db.Staff.AsSingleQuery().Where(one => one.Id == id).Select(one => new Account(
            new Actor(one.Id, one.DisplayName, one.OrganisationId, one.Organisation!.Name, one.Roles), one.SecurityStamp, one.IsDisabled, one.MustChangePassword))));

    public async Task InvokeAsync(HttpContext context, PerfTargetsDbContext db)
    {
        var isFile = context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        if (!isFile && context.User.Identity is { IsAuthenticated: true } && context.FindSignedInPerson() is null)
        {
            try
            {
                await LoadAsync(context, db);
            }
            catch (Exception) when (context.Features.Get<PageInstead>() is not null)
            {
                // The page that tells of a failure of the database can be shown without a name on it.
            }
        }
        await next(context);
    }

    private async Task LoadAsync(HttpContext context, PerfTargetsDbContext db)
    {
        var claims = identity.Value.ClaimsIdentity;
        var stamp = context.User.FindFirstValue(claims.SecurityStampClaimType);
        var account = Guid.TryParse(context.User.FindFirstValue(claims.UserIdClaimType), out var id)
            ? await FindAsync(context, db, id)
            : null;
        if (account is { IsDisabled: false } && account.SecurityStamp == stamp)
        {
            context.SetSignedInPerson(account.Person);
            if (account.MustChangePassword)
                context.Items[OneTimePasswordGate.Key] = true;
            return;
        }
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static async Task<Account?> FindAsync(HttpContext context, PerfTargetsDbContext db, Guid id)
    {
        var asker = context.GetEndpoint()?.Metadata.GetMetadata<OfFormAttribute>() is not null
            && OfFormAttribute.FormId(context) is { } formId
            ? await context.RequestServices.GetRequiredService<FormService>().FindAskerAsync(formId, id, context.RequestAborted)
            : null;
        return asker ?? await ById.For(db)(db, id).SingleOrDefaultAsync(context.RequestAborted);
    }
}
