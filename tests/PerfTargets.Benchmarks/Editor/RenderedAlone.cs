using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Pages.Forms;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>
/// The editor at a second address, where it asks neither who comes nor the database: it shows again what it showed last at its own address.
/// All else is as there: the same pipeline, page and layout.
/// </summary>
sealed class RenderedAlone : IAsyncPageFilter
{
    public const string Path = "/benchmark/editor";

    static readonly PropertyInfo[] Shown =
        [.. typeof(EditModel).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(one => one.CanWrite)];

    volatile Prepared? _prepared;

    public static void AddTo(PageConventionCollection pages)
    {
        pages.AddPageRouteModelConvention("/Forms/Edit", page => page.Selectors.Add(new SelectorModel
        {
            AttributeRouteModel = new AttributeRouteModel { Template = Path },
            EndpointMetadata = { new AllowAnonymousAttribute() },
        }));
        var filter = new RenderedAlone();
        pages.AddPageApplicationModelConvention("/Forms/Edit", page => page.Filters.Add(filter)); // comes once for each address
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = (EditModel)context.HandlerInstance;
        if (context.HttpContext.Request.Path != Path)
        {
            await next();
            _prepared ??= new Prepared(page.Person, [.. Shown.Select(one => one.GetValue(page))]);
            return;
        }
        var prepared = _prepared ?? throw new InvalidOperationException("The editor was not opened at its own address yet.");
        context.HttpContext.SetSignedInPerson(prepared.Person);
        for (var i = 0; i < Shown.Length; i++) Shown[i].SetValue(page, prepared.Values[i]);
        context.Result = new PageResult();
    }

    sealed record Prepared(Actor Person, object?[] Values);
}
