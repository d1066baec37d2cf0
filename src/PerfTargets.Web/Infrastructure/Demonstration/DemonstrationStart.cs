namespace PerfTargets.Web.Infrastructure.Demonstration;

/// <summary>Whether this start of the program loads the demonstration.</summary>
public static class DemonstrationStart
{
    /// <exception cref="SettingRefusedException">Demonstration data were asked for outside Development.</exception>
    public static async Task LoadDemonstrationAsync(this WebApplication app)
    {
        var asked = app.Configuration.GetSection(DemonstrationSettings.Section).Get<DemonstrationSettings>()?.Load;
        if (asked == true && !app.Environment.IsDevelopment())
            throw new SettingRefusedException($"演示数据和演示账号只能在 Development 环境中建立，当前环境是 {app.Environment.EnvironmentName}：请删去设置 {DemonstrationSettings.Section}:{nameof(DemonstrationSettings.Load)}。");
        if (!app.Environment.IsDevelopment() || asked == false)
            return;
        await using var scope = app.Services.CreateAsyncScope();
        var loader = scope.ServiceProvider.GetRequiredService<DemonstrationLoader>();
        if (await loader.LoadAsync() || await loader.IsLoadedAsync())
            DemonstrationAccounts.PrintOnceServing(app);
    }
}
