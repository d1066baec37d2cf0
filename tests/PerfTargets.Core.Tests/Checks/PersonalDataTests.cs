using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Tests.Checks;

public class PersonalDataTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    private static CheckContext Goal(string text) => Sound.With(form => form with { OverallGoal = text });

    [Theory]
    [InlineData("咨询电话 13812345678。", "138****5678", "电话号码")]
    [InlineData("电话：138-1234-5678", "138****5678", "电话号码")]
    [InlineData("电话 138 1234 5678", "138****5678", "电话号码")]
    [InlineData("手机１３８１２３４５６７８", "138****5678", "电话号码")]
    [InlineData("咨询+8613812345678", "861******5678", "电话号码")]
    [InlineData("咨询 0952-6095123", "095****5123", "电话号码")]
    [InlineData("咨询（0952）6095123", "095****5123", "电话号码")]
    [InlineData("联系电话：09526095123", "095****5123", "电话号码")]
    [InlineData("联系电话：010-62345678转801", "010****5678", "电话号码")]
    [InlineData("受益人 640221198003071233", "640***********1233", "身份证号")]
    [InlineData("受益人 11010519491231002x", "110***********002x", "身份证号")]
    [InlineData("补贴打入 6222021001116245702", "622************5702", "银行卡号")]
    [InlineData("补贴打入 4111 1111 1111 1111", "411*********1111", "银行卡号")]
    [InlineData("账号：6222021001116245703", "622************5703", "银行账号")]
    [InlineData("13812345678", "138****5678", "电话号码")]
    [InlineData("电话021-5123456", "021***3456", "电话号码")]
    [InlineData("联系电话：6095123", "609**23", "电话号码")]
    [InlineData("座机 62095123", "620***23", "电话号码")]
    [InlineData("身份证号：640221198003071234", "640***********1234", "身份证号")]
    [InlineData("编码一二三四五六七八九13812345678", "138****5678", "电话号码")]
    [InlineData("2023 13812345678", "138****5678", "电话号码")]
    [InlineData("补贴卡号4111111111111111", "411*********1111", "银行卡号")]
    [InlineData("中国工商银行（4111111111111111）", "411*********1111", "银行卡号")]
    [InlineData("账户：6400010002000300", "640*********0300", "银行账号")]
    [InlineData("账号是 4000 1000 2000", "400*****2000", "银行账号")]
    [Fires("X5")]
    public void X5_finds_numbers_of_persons_and_hides_their_middle(string text, string masked, string kind)
    {
        var finding = Goal(text).Only("X5");

        Assert.Equal($"年度总体目标：其中的“{masked}”是{kind}，公开后会泄露个人信息，请删去", finding.Message);
        Assert.Equal((FindingSeverity.Error, masked, HeadField.OverallGoal), (finding.Severity, finding.Raw, finding.Place.Field));
    }

    [Theory]
    [InlineData("产值达到 13812345678 元")]
    [InlineData("产值达到 13812345678.50 元")]
    [InlineData("用电 13812345678千瓦时")]
    [InlineData("项目编码 13812345678")]
    [InlineData("项目编码（一体化）：640221198003071233")]
    [InlineData("统一社会信用代码 12640221454523456X")]
    [InlineData("合同号 6222021001116245702")]
    [InlineData("宁财（农）指标〔2023〕123号")]
    [InlineData("文件 0952-2023001")]
    [InlineData("受益人 640221198003071234")]
    [InlineData("受益人 640221198013071230")]
    [InlineData("补贴打入 6222021001116245703")]
    [InlineData("批次 138123456789")]
    [InlineData("服务热线0952-6095123")]
    [InlineData("监督电话：6095123")]
    [InlineData("产量 6095123")]
    [InlineData("电话 1234567")]
    [InlineData("批次 A13812345678")]
    [InlineData("2023年1月1日至2023年12月31日改造 12 公里")]
    [InlineData("20230101至20231231")]
    [InlineData("热线 12345")]
    [InlineData("改造 1,381,234,567 米")]
    [InlineData("编码一二三四五六七八13812345678")]
    [InlineData("农村供水 4111111111111111")]
    [InlineData("（6011111111111117）农村供水")]
    [InlineData("账户余额共 4000100020003")]
    [InlineData("账号 12345678901")]
    [InlineData("客服 09526095123")]
    [NearMiss("X5")]
    public void X5_leaves_amounts_codes_years_and_document_numbers_alone(string text) => Assert.Equal("", Goal(text).Codes("X5"));

    [Theory]
    [InlineData("负责人：王建国", "王建国")]
    [InlineData("联系人:李强 电话另附", "李强")]
    [InlineData("法定代表人：欧阳修，", "欧阳修")]
    [InlineData("慰问对象：张三同志", "张三同志")]
    [InlineData("（李老师）", "李老师")]
    [InlineData("由评审专家：赵一丁、钱二评审", "赵一丁")]
    [InlineData("负责人王建国", "王建国")]
    [InlineData("由管理员兰启明专人管护", "兰启明")]
    [InlineData("由王建国负责管护", "王建国")]
    [InlineData("王建国同志", "王建国同志")]
    [InlineData("由负责人员提出、负责人：王强", "王强")]
    [InlineData("慰问老师、李老师", "李老师")]
    [InlineData("（王建国老师）", "王建国老师")]
    [InlineData("负责人：王建国手机另附", "王建国")]
    public void X5_warns_of_a_name_where_it_is_sure(string text, string name)
    {
        var finding = Goal(text).Only("X5");

        Assert.Equal($"年度总体目标：“{name}”像是人名，目标表要公开，请改写为科室或职务", finding.Message);
        Assert.Equal((FindingSeverity.Warning, name), (finding.Severity, finding.Raw));
    }

    [Theory]
    [InlineData("负责人：安全科")]
    [InlineData("负责人：方案编制组")]
    [InlineData("负责人：任务到人")]
    [InlineData("责任人：石嘴山市")]
    [InlineData("负责人：王某")]
    [InlineData("负责人培训 20 人")]
    [InlineData("负责人方案已报")]
    [InlineData("管理员于每月，按期巡查")]
    [InlineData("由安全科负责")]
    [InlineData("由于汛期负责")]
    [InlineData("由于资金管理不到位")]
    [InlineData("由高标准，严要求")]
    [InlineData("任课老师 20 人")]
    [InlineData("培训骨干老师 20 人")]
    [InlineData("离退休老同志 20 人")]
    [InlineData("办公室副主任、主任")]
    [InlineData("居委会主任 20 人")]
    [InlineData("施工队主任")]
    [InlineData("目标：任务 20 项")]
    [InlineData("学习雷锋同志")]
    [InlineData("深入学习毛泽东同志著作")]
    [InlineData("夏令营老师 5 名")]
    [InlineData("负责人：")]
    [InlineData("负责人")]
    [InlineData("同志")]
    [InlineData("负责人：王")]
    [InlineData("负责人：王建国强")]
    [InlineData("负责人：王AB")]
    [InlineData("慰问王建国强同志")]
    [InlineData("慰问王A同志")]
    [InlineData("负责人：欧阳")]
    [InlineData("责任人：马莲河")]
    [InlineData("责任人：江苏省")]
    [InlineData("由马家湾负责")]
    [InlineData("由龙泉小学负责")]
    [InlineData("由高庄乡负责")]
    [InlineData("由管理员白土沟专人管护")]
    [InlineData("管理员于冬季，按期巡查")]
    public void X5_leaves_words_alone_that_only_begin_like_a_name(string text) => Assert.Equal("", Goal(text).Codes("X5"));

    [Fact]
    public void X5_looks_at_every_text_that_is_published_and_repeats_none_of_it()
    {
        var context = Sound.With(form => form with { ImplementingUnit = "县水务局（13812345678）" }).WithRows("output.quantity", ("培训 13912345678", "负责人：王建国 13712345678"));
        var findings = FormChecks.Run(context).Findings.Where(finding => finding.Code == "X5").ToList();

        Assert.Equal(
            [
                "实施单位：其中的“138****5678”是电话号码，公开后会泄露个人信息，请删去",
                "数量指标第 1 行的三级指标：其中的“139****5678”是电话号码，公开后会泄露个人信息，请删去",
                "数量指标第 1 行的指标值：其中的“137****5678”是电话号码，公开后会泄露个人信息，请删去",
                "数量指标第 1 行的指标值：“王建国”像是人名，目标表要公开，请改写为科室或职务",
            ],
            findings.Select(finding => finding.Message));
        Assert.Equal(["implementingUnit", "name", "value", "value"], findings.Select(finding => finding.Place.Field));
    }

    [Fact]
    public void X5_finds_several_numbers_in_one_text() => Assert.Equal("X5E X5E", Goal("电话 13812345678、0952-6095123").Codes("X5"));

    /// <summary>Each list by which names and numbers are known, with another word in it.</summary>
    [Theory]
    [InlineData("followers", "负责人：王建国详见附件", "详见", "王建国")]
    [InlineData("doings", "负责人王建国统筹推进", "统筹", "王建国")]
    [InlineData("charges", "由王建国统筹推进", "统筹", "王建国")]
    [InlineData("phones", "专线：09526095123", "专线", "095****5123")]
    [InlineData("accounts", "存折：400010002000", "存折", "400*****2000")]
    public void X5_knows_persons_by_the_words_of_the_template(string list, string text, string word, string found)
    {
        Assert.Equal("", Goal(text).Codes("X5"));
        Assert.Equal(found, Goal(text).WithWords("X5", list, word).Only("X5").Raw);
    }

    [Theory]
    [InlineData("places", "责任人：王家梁", "梁")]
    [InlineData("noNames", "责任人：王成龙", "王成")]
    [InlineData("codes", "流水 13812345678", "流水")]
    public void X5_leaves_alone_what_the_words_of_the_template_exclude(string list, string text, string word)
    {
        Assert.NotEqual("", Goal(text).Codes("X5"));
        Assert.Equal("", Goal(text).WithWords("X5", list, word).Codes("X5"));
    }
}
