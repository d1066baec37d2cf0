using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;
using PerfTargets.Documents;
using PerfTargets.TestKit.Pdf;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Browser.Tests;

/// <summary>The whole way of the second real form, from an empty sheet to the official PDF, with the people who take part in it.</summary>
public sealed class JourneyTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Quantity = "数量指标";
    private const string Timeliness = "时效指标";
    private const string Satisfaction = "服务对象满意度指标";
    private const string Opinion = "1. 数量指标没有奖补企业的户数，请补充一行；\n2. 时效指标的“月底”请写明“前”。";
    private const string Document = "平财发〔2023〕18 号";

    private static readonly FormContent Form = County.SeedContents[1];
    private static readonly string Project = Form.ProjectName;

    /// <summary>As the clerk leaves it after the return.</summary>
    private static readonly FormContent Amended = Form with
    {
        Indicators =
        [
            .. from row in Form.Indicators
               from amended in row.GroupKey switch
               {
                   "output.quantity" => new[] { row, row with { Id = Guid.CreateVersion7(), Name = "奖补企业户数", Value = "1 户" } },
                   "output.timeliness" => [row with { Value = "2023 年 3 月底前" }],
                   _ => [row],
               }
               select amended,
        ],
    };

    private County _county = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _county = await OwnCountyAsync(County.BeforeAnyFormAsync);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_goes_all_its_way(bool javaScript)
    {
        var clerk = await SignedInAsync(Account.Clerk, javaScript);
        await FillInAndSendUpAsync(clerk);
        var unit = await SignedInAsync(Account.UnitReviewer, javaScript);
        await PassAsync(unit, "待业务股室审核");
        var section = await SignedInAsync(Account.Section, javaScript);
        await ReturnAsync(section);
        await AmendAndSendUpAgainAsync(clerk);
        await PassAmendedAsync(section);
        var performance = await SignedInAsync(Account.Performance, javaScript);
        await PassAsync(performance, "审核通过");
        await ApproveAsync(performance);
        await ExportAsync(clerk);

        Assert.Equal(
            [
                FormEventKind.Created, FormEventKind.Submitted, FormEventKind.Passed, FormEventKind.Returned, FormEventKind.Submitted,
                FormEventKind.Passed, FormEventKind.Passed, FormEventKind.Approved,
            ],
            await _county.EventsAsync(Project));
    }

    private async Task<Person> SignedInAsync(string account, bool javaScript)
    {
        var person = await PersonAsync(_county, javaScript);
        var page = await new SignInPage(person).OpenAsync();
        await person.HasNoAxeViolationAsync();
        await page.SignInAsync(account);
        await person.HasNoAxeViolationAsync();
        return person;
    }

    private static async Task FillInAndSendUpAsync(Person clerk)
    {
        var workbench = new WorkbenchPage(clerk);
        await workbench.ChooseNewFormAsync();
        await clerk.HasNoAxeViolationAsync();
        var edit = await workbench.StartFormAsync(Project);
        await clerk.HasNoAxeViolationAsync();
        Assert.Empty(await edit.MessagesAsync());

        await edit.TypeAsync(Form, exceptGroup: Satisfaction);
        var check = await edit.CheckAsync();
        await clerk.HasNoAxeViolationAsync();
        var missing = Assert.Single(await check.ErrorsAsync());
        Assert.Equal((Satisfaction + "（必填）", "未填写三级指标，请至少填写一行"), missing);
        Assert.False(await check.OffersSubmissionAsync());

        edit = await check.FollowAsync(missing.Place);
        await clerk.HasNoAxeViolationAsync();
        Assert.True(await edit.ShowsItsTargetAsync());
        Assert.Equal(["错误：未填写三级指标，请至少填写一行"], await edit.MessagesAsync());
        var row = Form.RowsOf("satisfaction.served").Single();
        await edit.TypeRowAsync(Satisfaction, row.Name, row.Value);
        check = await edit.CheckAsync();
        await clerk.HasNoAxeViolationAsync();
        Assert.Empty(await check.ErrorsAsync());
        var details = await check.SubmitAsync();
        await clerk.HasNoAxeViolationAsync();
        Assert.Equal("待单位审核", await details.StatusAsync());
    }

    private async Task PassAsync(Person reviewer, string leadsTo)
    {
        var details = await OpenReviewAsync(reviewer);
        await details.PassAsync();
        await reviewer.HasNoAxeViolationAsync();
        Assert.Equal(leadsTo, await details.StatusAsync());
    }

    private async Task ReturnAsync(Person reviewer)
    {
        var details = await OpenReviewAsync(reviewer);
        await details.ReturnAsync(Opinion);
        await reviewer.HasNoAxeViolationAsync();
        Assert.Equal("已退回", await details.StatusAsync());
    }

    private async Task AmendAndSendUpAgainAsync(Person clerk)
    {
        Later();
        var workbench = await new WorkbenchPage(clerk).OpenAsync();
        await clerk.HasNoAxeViolationAsync();
        Assert.Contains("数量指标没有奖补企业的户数", Assert.Single(await workbench.WaitingAsync()));
        var edit = await workbench.OpenDraftAsync(Project);
        await clerk.HasNoAxeViolationAsync();
        Assert.Contains(Opinion, await edit.OpinionAsync());

        await edit.TypeValueAsync(Timeliness, "2023 年 3 月底前");
        await edit.AddRowAsync(Quantity);
        Assert.Equal($"{Quantity}第 2 行 三级指标", await edit.FocusedFieldAsync());
        await clerk.HasNoAxeViolationAsync();
        await edit.TypeRowAsync(Quantity, "奖补企业户数", "1 户", number: 2);
        await MoveDeleteAndBringBackAsync(clerk, edit);
        var details = await (await edit.CheckAsync()).SubmitAsync();
        Assert.Equal("待业务股室审核", await details.StatusAsync());
    }

    /// <summary>The second row goes up, down, away and comes back.</summary>
    private static async Task MoveDeleteAndBringBackAsync(Person clerk, EditPage edit)
    {
        var (sheet, name) = (new SheetPage(clerk), Form.RowsOf("output.quantity").Single().Name);
        await sheet.PressButtonAsync($"上移 {Quantity}第 2 行");
        Assert.Equal(["奖补企业户数", name], await sheet.NamesAsync(Quantity));
        await sheet.PressButtonAsync($"下移 {Quantity}第 1 行");
        await sheet.PressButtonAsync($"删除 {Quantity}第 2 行");
        Assert.Equal([name], await sheet.NamesAsync(Quantity));
        Assert.Equal("撤销删除“奖补企业户数 1 户”", await edit.FocusedFieldAsync());
        await edit.ActAsync(() => clerk.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal([name, "奖补企业户数"], await sheet.NamesAsync(Quantity));
    }

    private async Task PassAmendedAsync(Person reviewer)
    {
        var details = await OpenReviewAsync(reviewer);
        Assert.Contains("较上次审核：修改 1 处，新增 1 行", await details.TagsAsync());
        Assert.Equal(["奖补企业户数", "1 户", "前"], await details.AddedAsync());
        await details.PassAsync();
        Assert.Equal("待绩效股审核", await details.StatusAsync());
    }

    private async Task ApproveAsync(Person performance)
    {
        Later();
        var approvals = await new ApprovalsPage(performance).OpenAsync();
        await performance.HasNoAxeViolationAsync();
        await approvals.ChooseAsync(Project, Document, new DateOnly(County.Year, 2, 8));
        await performance.HasNoAxeViolationAsync();
        Assert.Equal([Project], await approvals.ChosenAsync());
        await approvals.ConfirmAsync();
        await performance.HasNoAxeViolationAsync();
        Assert.Contains(Document, await approvals.NoteAsync());
    }

    private async Task ExportAsync(Person clerk)
    {
        var details = await new DetailsPage(clerk).OpenAsync(await _county.FormIdAsync(Project));
        await clerk.HasNoAxeViolationAsync();
        Assert.Equal(["已批复", Document + "　2023 年 2 月 8 日"], (await details.TagsAsync()).Where(tag => tag is "已批复" || tag.Contains('〔')));
        Assert.Equal(
            ["批复", "审核通过", "审核通过", "第 2 次送审", "退回修改", "审核通过", "送审", "新建"], await details.HistoryAsync());
        var (pdf, name) = await details.DownloadPdfAsync();

        Assert.Contains(Project, name);
        Assert.EndsWith(".pdf", name);
        var table = OfficialTableMapper.Of(Amended, County.Template, County.Year);
        Assert.Equal([table.Title], PdfText.Elements(pdf, "H1"));
        var cells = Assert.Single(PdfText.Cells(pdf));
        Assert.Equal(TableGrid.From(table).Cells.Select(cell => cell.Text), cells);
        Assert.All(Amended.Indicators.SelectMany(row => new[] { row.Name, row.Value }), text => Assert.Contains(text, cells));
        Assert.All(["36.70", Amended.OverallGoal, Amended.ImplementingUnit], text => Assert.Contains(text, cells));
    }

    private async Task<DetailsPage> OpenReviewAsync(Person reviewer)
    {
        Later();
        var details = await (await new WorkbenchPage(reviewer).OpenAsync()).OpenReviewAsync(Project);
        await reviewer.HasNoAxeViolationAsync();
        return details;
    }

    private void Later() => _county.App.Time.Advance(TimeSpan.FromMinutes(20));
}
