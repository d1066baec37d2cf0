using System.Net;
using System.Net.Http.Headers;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

public sealed class VerificationTests
{
    [Theory, EachDatabase]
    public async Task The_official_file_is_known_again_and_one_changed_byte_is_not(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.ApprovedFormAsync("平财发〔2027〕12 号");
        var browser = await scene.AsAsync(scene.County.Filler);
        var file = await (await browser.GetAsync($"/forms/{id}/pdf")).Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var same = await UploadAsync(browser, file, "目标表.pdf");
        file[^20] ^= 1;
        var other = await UploadAsync(browser, file, "目标表.pdf");

        Assert.Equal("一致：这是批复时存档的正式文件", same.Find("#result h2").TextContent);
        Assert.Null(same.Document.QuerySelector("[autofocus]"));
        var facts = same.Find("#result").TextContent;
        Assert.Contains(scene.County.Project.Name, facts, StringComparison.Ordinal);
        Assert.Contains("平财发〔2027〕12 号", facts, StringComparison.Ordinal);
        Assert.Equal("不一致：没有找到与它相同的存档文件", other.Find("#result h2").TextContent);
        Assert.DoesNotContain(scene.County.Project.Name, other.Find("#result").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_page_asks_for_one()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var browser = await scene.AsAsync(scene.County.Filler);

        var refused = await UploadAsync(browser, [], "");

        Assert.Equal((HttpStatusCode.BadRequest, "请选择要核验的 PDF 文件"), (refused.Status, Assert.Single(refused.Problems)));
        Assert.Equal("true", refused.Find("#file").GetAttribute("aria-invalid"));
        Assert.Equal("file", refused.Find("[autofocus]").Id);
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, byte[] file, string name)
    {
        var page = await browser.OpenAsync("/verification");
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        var post = new MultipartFormDataContent { { new StringContent(page.Find("main input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" } };
        if (name.Length > 0)
            post.Add(content, "file", name);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/verification") { Content = post });
    }
}
