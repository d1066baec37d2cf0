using System.Text;
using System.Text.Json.Nodes;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Forms;

public sealed class MalformedFormFileTests
{
    private static readonly FormTemplate Template = FormTemplate.Parse(ShippedTemplates.Json(FormFile.DefaultTemplate));

    public static TheoryData<string, string, string> Edited => new()
    {
        // what is put in place of what · path · part of the reason
        { """ "year": 2023 => "year": "2023" """, "$.year", "之间的整数" },
        { """ "year": 2023 => "year": 2023.5 """, "$.year", "之间的整数" },
        { """ "year": 2023 => "year": 1023 """, "$.year", "之间的整数" },
        { """ "year": 2023, => """, "$", "缺少“year”（预算年度）" },
        { """ "year": 2023 => "year": 2023, "year": 2023 """, "$", "“year”写了两次" },
        { """ "year": 2023 => "year": 2023, "y\u0065ar": 2023 """, "$", "“year”写了两次" },
        { """ "year": 2023 => "year": 2023, "remark": "x" """, "$", "不认识其中的“remark”" },
        { """ "year": 2023 => "year": 2023, "\ud800": 1 """, "$", "残缺的字符" },
        { """ "moneyUnit": "万元" => "moneyUnit": "元" """, "$.moneyUnit", "只能是“万元”" },
        { """ "tableTitle": "部门项目支出预算绩效目标表" => "tableTitle": "项目支出绩效自评表" """, "$.tableTitle", "表名应是" },
        { """ "year": 2023 => "year": 2023, "template": "mof-2021" """, "$.template", "文件用的是模板“mof-2021”" },
        { """ "projectAttribute": "一年期项目", => """, "$.tables[0]", "缺少“projectAttribute”（项目属性）" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": null """, "$.tables[0].projectAttribute", "应是写在英文双引号里的文字，现在是空的（null）" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": "a\u0000b" """, "$.tables[0].projectAttribute", "U+0000" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": "\ud83d" """, "$.tables[0].projectAttribute", "残缺的字符" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": "一年期项目", "remarks": {} """, "$.tables[0]", "不认识其中的“remarks”" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": "一年期项目", "reasons": [{"code": "D1", "place": "output.timeliness[9].value", "raw": "", "text": ""}] """, "$.tables[0].reasons[0].place", "没有“output.timeliness[9].value”这个位置" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": "一年期项目", "reasons": [{"code": "D1", "place": "overallGoal", "raw": "", "text": "a\u0000b"}] """, "$.tables[0].reasons[0].text", "U+0000" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": "一年期项目", "unitCode": " 1" """, "$.tables[0].unitCode", "没有编码就删去" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": "一年期项目", "unitCode": "" """, "$.tables[0].unitCode", "没有编码就删去" },
        { """ "projectAttribute": "一年期项目" => "projectAttribute": "一年期项目", "notApplicable": {"生态": "x"} """, "$.tables[0].notApplicable", "没有二级指标“生态”" },
        { """ "total": 36.00 => "total": true """, "$.tables[0].funds.total", "应是数字" },
        { """ "total": 36.00 => "total": 1e400 """, "$.tables[0].funds.total", "太大" },
        { """ "total": 36.00 => "sum": 36.00 """, "$.tables[0].funds", "缺少“total”（年度资金总额）" },
        { """ "total": 36.00 => "total": 36.00, "carried": 1 """, "$.tables[0].funds", "没有资金行“carried”" },
        { """ "total": 36.00 => "total": 36.00, "total": 36.00 """, "$.tables[0].funds", "“total”写了两次" },
        { """ "funds": { "total": 36.00, "fiscal": 36.00, "other": null } => "funds": 36.00 """, "$.tables[0].funds", "应是写在花括号" },
        { """ ["产出指标", "数量指标", "节能监察", "≧20 户"] => ["产出指标", "数量指标", "节能监察"] """, "$.tables[0].indicators[0]", "应有 4 项，现在有 3 项" },
        { """ ["产出指标", "数量指标", "节能监察", "≧20 户"] => ["产出指标", "数量指标", "节能监察", 20] """, "$.tables[0].indicators[0][3]", "现在是数字 20" },
        { """ ["产出指标", "数量指标", "节能监察", "≧20 户"] => ["产出", "数量指标", "节能监察", "≧20 户"] """, "$.tables[0].indicators[0][0]", "没有一级指标“产出”" },
        { """ ["产出指标", "数量指标", "节能监察", "≧20 户"] => ["效益指标", "数量指标", "节能监察", "≧20 户"] """, "$.tables[0].indicators[0][1]", "效益指标下没有二级指标“数量指标”" },
        { """ "数量指标": "数量指标（必填硬性指标）" => "数量指标": "数量指标" """, "$.levelTwoLabels", "印作“数量指标（必填硬性指标）”" },
        { """ "moneyUnit": "万元", => "moneyUnit": "万元" """, "$", "写法不对" },
        { """ "moneyUnit": "万元", => "moneyUnit": "万元", // 注释 """, "$", "写法不对" },
        { """ "indicators": [ => "indicators": [ [[[[[[[[[1]]]]]]]]], """, "$", "括号套了超过" },
    };

    [Theory]
    [MemberData(nameof(Edited))]
    public void Read_EditedSeedFile_IsRefusedWithPlaceAndReason(string edit, string path, string reason)
    {
        var (old, replacement) = (edit.Split("=>")[0].Trim(), edit.Split("=>")[1].Trim());
        var text = Encoding.UTF8.GetString(FormFileTests.Seed());
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);

        var refusal = Refusal(Encoding.UTF8.GetBytes(text[..at] + replacement + text[(at + old.Length)..]));

        Assert.Equal(path, refusal.Path);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.StartsWith("f.json：", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith($"。请改正文件以后再试（位置 {path}）。", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$", "整个文件")]
    [InlineData("$.year", "预算年度")]
    [InlineData("$.tables[1].projectName", "第 2 份目标表的项目名称")]
    [InlineData("$.tables[0].funds.total", "第 1 份目标表的项目资金的年度资金总额")]
    [InlineData("$.tables[0].funds.7", "第 1 份目标表的项目资金的“7”")]
    [InlineData("$.tables[0].funds['其他 资金']", "第 1 份目标表的项目资金的“其他 资金”")]
    [InlineData("$.tables[0].indicators[2]", "第 1 份目标表的第 3 行三级指标")]
    [InlineData("$.tables[0].indicators[2][3]", "第 1 份目标表的第 3 行三级指标的指标值")]
    [InlineData("$.tables[0].reasons[0].text", "第 1 份目标表的第 1 条填写说明的文字")]
    public void A_place_is_said_in_words_before_the_reason(string path, string words) =>
        Assert.Equal($"f.json：{words}：是空的。请改正文件以后再试（位置 {path}）。", new FormFileException("f.json", path, "是空的").Message);

    [Theory]
    [InlineData("", "写法不对")]
    [InlineData("[]", "应是写在花括号")]
    [InlineData("null", "应是写在花括号")]
    [InlineData("{} {}", "写法不对")]
    public void Read_NotAFormFile_IsRefused(string text, string reason) =>
        Assert.Contains(reason, Refusal(Encoding.UTF8.GetBytes(text)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_OtherEncodings_AreRefused()
    {
        Assert.Contains("不是 UTF-8", Refusal([.. "{\""u8, 0xC6, 0xBD, 0xC2, 0xDE, .. "\":1}"u8]).Reason, StringComparison.Ordinal);
        Assert.Contains("不是 UTF-8", Refusal([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooLarge_IsRefusedUnread() =>
        Assert.Contains("文件太大", Refusal(new byte[FormFileReader.MostBytes + 1]).Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_NoTables_IsRefused() =>
        Assert.Equal("$.tables", Refusal(FormFileTests.OneForm(_ => { }, file => file["tables"] = new JsonArray())).Path);

    [Fact]
    public void ContentsBy_TextOverTheLimit_NamesTheCell()
    {
        var bytes = FormFileTests.OneForm(table => table["indicators"]![3]![2] = new string('长', 501));

        var refusal = Refusal(bytes);

        Assert.Equal("$.tables[0].indicators[3][2]", refusal.Path);
        Assert.Contains("最多 500 个字", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ContentsBy_TooManyRows_AreRefused()
    {
        var bytes = FormFileTests.OneForm(table => table["indicators"] =
            new JsonArray([.. Enumerable.Range(0, 501).Select(i => new JsonArray("产出指标", "数量指标", $"指标{i}", "1 个"))]));

        Assert.Contains("最多 500 行", Refusal(bytes).Reason, StringComparison.Ordinal);
    }

    private static FormFileException Refusal(byte[] bytes) =>
        Assert.Throws<FormFileException>(() => FormFileTests.Read(bytes).ContentsBy(Template, "f.json"));
}
