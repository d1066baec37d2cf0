using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Commands;

/// <summary>Makes an administrator's account: the first one of a new installation, or a way back in.</summary>
public static class AdminCreateVerb
{
    private const string FirstOrganisation = "财政局";

    public static Verb Verb { get; } = new(
        "admin create", "用户名 [--name 姓名] [--org 单位编码或名称]",
        "新建管理员账号，输出一次性密码，首次登录时必须修改；不指定单位时属于财政局，没有时新建",
        ["--name", "--org"], 1, RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CommandConsole console)
    {
        var userName = arguments.RequireValue("用户名");
        await using var host = CommandHost.Build(arguments);
        await using var scope = await CommandHost.WithDatabaseAsync(host);
        var db = scope.ServiceProvider.GetRequiredService<PerfTargetsDbContext>();
        // With the organisation, or not at all.
        await using var whole = await db.Database.BeginTransactionAsync();
        var organisation = await OrganisationAsync(db, arguments.Option("--org"), console);
        try
        {
            var account = await scope.ServiceProvider.GetRequiredService<StaffService>().CreateAsync(new StaffInput
            {
                UserName = userName,
                DisplayName = arguments.Option("--name") ?? userName,
                OrganisationId = organisation.Id,
                Roles = Role.Administrator,
            }, Guid.CreateVersion7());
            await whole.CommitAsync();
            await console.Notes.WriteLineAsync($"已新建管理员“{userName}”（{organisation.Name}）；一次性密码只显示这一次，首次登录时必须修改：");
            await console.WriteLineAsync(account.OneTimePassword!);
            return ExitCode.Done;
        }
        catch (ValidationException wrong)
        {
            throw new CommandRefusedException(string.Join('；', wrong.Errors.Select(error => error.ErrorMessage)));
        }
    }

    private static async Task<Organisation> OrganisationAsync(PerfTargetsDbContext db, string? asked, CommandConsole console)
    {
        if (asked is not null)
        {
            return await db.Organisations.FirstOrDefaultAsync(one => one.Code == asked)
                ?? await db.Organisations.OrderBy(one => one.Id).FirstOrDefaultAsync(one => one.Name == asked)
                ?? throw new CommandRefusedException($"没有编码或名称为“{asked}”的单位");
        }
        if (await db.Organisations.Where(one => one.Kind == OrganisationKind.FinanceOffice).OrderBy(one => one.Code).FirstOrDefaultAsync() is { } office)
            return office;
        var made = new Organisation { Name = FirstOrganisation, Kind = OrganisationKind.FinanceOffice };
        db.Add(made);
        await db.SaveChangesAsync();
        await console.Notes.WriteLineAsync($"已新建单位“{made.Name}”，名称可以在管理页面修改");
        return made;
    }
}
