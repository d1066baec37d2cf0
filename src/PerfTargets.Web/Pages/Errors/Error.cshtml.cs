using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Errors;
using PerfTargets.Web.Infrastructure.Hosting;

namespace PerfTargets.Web.Pages.Errors;

[ForEveryone]
public sealed class ErrorModel(SiteSettings site) : PageModel
{
    public string Title { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public string? RequestId { get; private set; }

    public void OnGet()
    {
        var page = HttpContext.Features.Get<PageInstead>();
        var status = page?.Status ?? StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        (Title, Sentence) = Words(status);
        Sentence = page?.Sentence ?? Sentence;
        if (status >= StatusCodes.Status500InternalServerError)
            RequestId = HttpContext.TraceIdentifier;
    }

    private (string Title, string Sentence) Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => ("没有找到", "没有找到这个页面：地址可能不完整，或者内容已不存在。"),
        StatusCodes.Status403Forbidden => ("没有权限", "您的角色不能打开这个页面。如果工作需要，请联系管理员调整角色。"),
        StatusCodes.Status409Conflict => ("内容已被修改", "这里的内容在您打开之后已被修改，请返回上一页刷新后再试。"),
        StatusCodes.Status413PayloadTooLarge => ("内容太多", $"一次提交的内容超过 {site.RequestMegabytes} MB 或 {WebSite.MostFields} 项，没有保存。请返回上一页删减后再提交。"),
        < StatusCodes.Status500InternalServerError => ("没有办成", "提交的内容读不懂，什么也没有保存。请返回上一页，刷新后再试。"),
        _ => ("程序出错了", "刚才的操作没有完成。请返回上一页再试一次；仍然不行时，请把下面的编号告诉管理员。"),
    };
}
