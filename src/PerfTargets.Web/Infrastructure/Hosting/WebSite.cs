using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.WebEncoders;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Demonstration;
using PerfTargets.Web.Infrastructure.Drawing;
using PerfTargets.Web.Infrastructure.Errors;
using PerfTargets.Web.Infrastructure.KeptPosts;

namespace PerfTargets.Web.Infrastructure.Hosting;

/// <summary>The web host's services and the order in which a request passes through them.</summary>
public static class WebSite
{
    /// <summary>
    /// Values in one post: room for the 500 rows that a form may have, and for many more, so that too many get their sentence. The framework's
    /// 1024 would refuse them, in one place even silently.
    /// </summary>
    public const int MostFields = 20_000;

    /// <summary>In bytes: room for a large page, so that drawing it waits for no slow reader. Said to the server and to its sockets, which look at their own.</summary>
    private const int PageRoom = 1 << 20;

    public static void AddWebSite(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var site = builder.Configuration.GetSection(SiteSettings.Section).Get<SiteSettings>() ?? new SiteSettings();
        var signIn = builder.Configuration.GetSection(SignInSettings.Section).Get<SignInSettings>() ?? new SignInSettings();
        services.AddSingleton(site);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxResponseBufferSize = PageRoom;
            kestrel.Limits.MaxRequestBodySize = (long)site.RequestMegabytes << 20;
        });
        builder.WebHost.UseSockets(sockets => sockets.MaxWriteBufferSize = PageRoom);
        services.Configure<FormOptions>(form =>
        {
            (form.ValueCountLimit, form.ValueLengthLimit) = (MostFields, site.RequestMegabytes << 20);
            (form.MultipartBodyLengthLimit, form.KeyLengthLimit) = ((long)site.RequestMegabytes << 20, 512);
        });
        services.AddRazorPages(pages =>
        {
            foreach (var feature in (string[])["Years", "Organisations", "Staff", "Projects"])
                pages.Conventions.AddPageRoute($"/Admin/{feature}/Edit", $"/admin/{feature.ToLowerInvariant()}/new");
            pages.Conventions.AddPageRoute("/Library/Edit", "/library/new");
        });
        services.AddSingleton<IHttpResponseStreamWriterFactory, PageWriter.Factory>();
        // Without this every Chinese character of a page is written as an entity of eight.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(mvc =>
        {
            (mvc.MaxModelBindingCollectionSize, mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes) = (MostFields, true);
            mvc.Filters.Add<StalePostFilter>();
            mvc.Filters.Add<OneConnection>();
            BindingMessages.Use(mvc.ModelBindingMessageProvider);
        });
        services.Configure<RouteOptions>(route => route.LowercaseUrls = true);
        AddCookies(services, site, signIn);
        AddAccess(services);
        AddProxies(services, site);
        if (builder.Environment.IsDevelopment())
            services.AddScoped<IDemonstrationAccounts, DemonstrationSignIns>();
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseWebSite(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<SiteSettings>();
        app.UseMiddleware<SecurityHeaders>();
        if (site.Proxies.Count > 0)
            app.UseForwardedHeaders();
        if (site.Https)
            app.UseHsts();
        app.UseMiddleware<ShownInstead>();
        app.UseMiddleware<NulInForms>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<SignedInPersonLoader>();
        app.UseMiddleware<OneTimePasswordGate>();
        app.UseAuthorization();
        app.MapStaticAssets().WithMetadata(new ForEveryoneAttribute());
        app.MapHealth();
        app.MapRazorPages().WithStaticAssets();
    }

    private static void AddCookies(IServiceCollection services, SiteSettings site, SignInSettings signIn)
    {
        services.AddHttpContextAccessor();
        new IdentityBuilder(typeof(StaffMember), services).AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            (cookie.Cookie.Name, cookie.LoginPath, cookie.ReturnUrlParameter) = ("perftargets", "/sign-in", "returnUrl");
            (cookie.Cookie.HttpOnly, cookie.Cookie.SameSite) = (true, SameSiteMode.Lax);
            cookie.Cookie.SecurePolicy = site.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromMinutes(signIn.IdleMinutes), true);
            cookie.Events = new SessionEvents(TimeSpan.FromHours(signIn.SessionHours));
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "perftargets-form";
            // Always would fail on the plain http behind a proxy that is not yet trusted, with an error that nobody understands.
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(temporary =>
            (temporary.Cookie.Name, temporary.Cookie.SecurePolicy) = ("perftargets-note", CookieSecurePolicy.SameAsRequest));
        services.AddSingleton<CookieTempDataProvider>().AddSingleton<ITempDataProvider, NoteCookies>();
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, RolesHandler>();
        services.AddSingleton<IAuthorizationHandler, UndeclaredHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new UndeclaredRequirement()).Build());
    }

    private static void AddProxies(IServiceCollection services, SiteSettings site) => services.Configure<ForwardedHeadersOptions>(forwarded =>
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var network in site.Proxies)
            forwarded.KnownIPNetworks.Add(network);
    });
}
