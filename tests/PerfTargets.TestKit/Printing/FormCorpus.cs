using System.Globalization;
using PerfTargets.Documents;

namespace PerfTargets.TestKit.Printing;

/// <summary>
/// Any number of generated forms that look like those of a county: 17 to 30 indicators, names and goals of usual length. The same number
/// gives the same form on every machine.
/// </summary>
public static class FormCorpus
{
    static readonly string[] Places = ["城关镇", "头闸镇", "宝丰镇", "姚伏镇", "崇岗镇", "陶乐镇", "高庄乡", "灵沙乡", "渠口乡", "通伏乡", "红崖子乡", "黄渠桥镇"];

    static readonly string[] Matters =
    [
        "农村供水管网改造", "义务教育薄弱环节改善", "高标准农田建设", "病险水库除险加固", "城乡居民基本医疗保险补助", "基层卫生院设备购置", "农村公路养护",
        "残疾人康复服务", "森林草原防火", "城市老旧小区改造", "危房抗震改造", "畜禽粪污资源化利用", "非物质文化遗产保护", "退役军人就业培训", "食品安全抽检",
        "应急物资储备", "智慧养老平台运行维护", "档案数字化加工", "统计调查专项", "地质灾害隐患点监测", "节能监察与清洁生产审核", "中小企业转型升级扶持",
    ];

    static readonly string[] Bodies =
        ["水务局", "教育体育局", "农业农村局", "自然资源局", "医疗保障局", "卫生健康局", "交通运输局", "民政局", "应急管理局", "住房和城乡建设局", "工业和信息化局", "文化旅游广电局"];

    static readonly string[] Things =
    [
        "完成改造里程", "购置检测仪器", "开展专题培训", "编制实施方案", "受益村组", "抽检样品批次", "新建蓄水池", "维修渠系建筑物", "发放宣传折页", "组织现场核查",
        "更新电子病历终端", "建设标准化养殖小区", "采购防汛沙袋及救生衣", "聘用护林员人数", "资助困难学生", "签约家庭医生服务", "整治河道岸线", "安装太阳能路灯",
    ];

    static readonly string[] Units = ["公里", "台（套）", "期", "份", "个", "批次", "座", "处", "人次", "户", "㎡", "亩", "万元", "吨"];

    static readonly string[] Qualities = ["工程验收合格率", "设备故障响应及时性", "培训考核通过率", "资料归档完整率", "抽检结果公开率", "补助资金发放准确率", "隐患整改闭环情况"];

    static readonly string[] Effects =
    [
        "带动当地群众就近务工增收", "降低单位产品能耗，促进绿色低碳转型", "提高防灾减灾救灾能力，保障人民群众生命财产安全", "改善农村人居环境质量", "减少面源污染排放",
        "健全长效管护机制，落实管护责任主体", "提升公共服务均等化水平", "巩固拓展脱贫攻坚成果同乡村振兴有效衔接", "推动优质教育资源向薄弱学校倾斜",
    ];

    static readonly string[] Sentences =
    [
        "按照县委、县政府年度重点工作安排，完成项目建设任务，确保资金专款专用。", "通过实施本项目，进一步完善基础设施，补齐公共服务短板，惠及群众约 3.2 万人；",
        "严格执行政府采购和招投标制度，强化全过程监督，于年底前完成竣工验收。", "建立“责任清单+任务台账”机制，对进度滞后的单位进行通报（每季度不少于 1 次）。",
        "资金使用合规率达到 100%，群众满意度不低于 95%，形成可复制、可推广的经验做法。", "引导社会资本参与，撬动投资≥500 万元，实现经济效益与生态效益相统一。",
    ];

    /// <summary>The forms with the numbers from 0.</summary>
    public static IEnumerable<OfficialTable> Forms(int count, PageOrientation orientation = PageOrientation.Portrait) =>
        Enumerable.Range(0, count).Select(number => Form(number, orientation));

    /// <summary>One form of the corpus.</summary>
    public static OfficialTable Form(int number, PageOrientation orientation = PageOrientation.Portrait)
    {
        var random = new Random(number * 7919 + 17);
        string Any(string[] of) => of[random.Next(of.Length)];
        var fiscal = random.Next(1, 90_000) / 100m;
        var other = random.Next(3) == 0 ? random.Next(1, 9_000) / 100m : 0;
        // A form is about one matter in one place, so its words repeat.
        var (body, place, matter) = (Any(Bodies), Any(Places), Any(Matters));
        string[] things = [Any(Things), Any(Things), Any(Things), Any(Things), Any(Things)];
        string[] effects = [Any(Effects), Any(Effects), Any(Effects)];
        var rows = random.Next(17, 31);
        IndicatorRow Measured() => new($"{(random.Next(2) == 0 ? place : matter)}{Any(things)}", $"≥{random.Next(1, 900)} {Any(Units)}");
        IndicatorRow Rated() => new(Any(Qualities), random.Next(4) == 0 ? "按合同约定期限完成，资料齐全、规范" : $"≥{random.Next(80, 100)}%");
        IndicatorRow Dated() => new($"{Any(things)}完成时限", $"2023 年 {random.Next(1, 13)} 月底前");
        IndicatorRow Priced() => new($"{Any(things)}成本", $"≤{random.Next(1, 9000) / 100m:0.00} 万元");
        IndicatorRow Felt() => new(Any(effects), random.Next(2) == 0 ? "效果显著" : $"较上年提高 {random.Next(1, 20)} 个百分点");
        var extra = rows - 9;
        List<IndicatorRow> Some(Func<IndicatorRow> make, int most)
        {
            var count = 1 + Math.Min(extra, random.Next(most));
            extra -= count - 1;
            return [.. Enumerable.Range(0, count).Select(_ => make())];
        }
        return new OfficialTable
        {
            Title = "部门项目支出预算绩效目标表",
            Year = 2023,
            AttachmentLine = $"附件 2：平罗县{body}项目支出预算绩效目标表",
            Head =
            [
                new(new("项目名称", $"2023 年{place}{matter}项目")),
                new(new("主管部门及代码", $"平罗县{body}（{random.Next(100, 400)}）"), new("实施单位", $"平罗县{body}")),
                new(new("项目属性", random.Next(2) == 0 ? "一年期项目" : "延续项目"), new("项目期", "1 年")),
            ],
            Funds =
            [
                new("年度资金总额：", Money(fiscal + other)),
                new("其中：财政拨款", Money(fiscal)),
                new("其他资金", other == 0 ? "" : Money(other), Indent: 1),
            ],
            Goal = new("年度总体目标", string.Join('\n', Enumerable.Range(1, random.Next(1, 4)).Select(n => $"目标 {n}：{Any(Sentences)}{Any(Sentences)}"))),
            Levels =
            [
                new("产出指标",
                [
                    new("数量指标（必填硬性指标）", Some(Measured, 8)),
                    new("质量指标（必填）", Some(Rated, 5)),
                    new("时效指标（必填）", Some(Dated, 4)),
                    new("成本指标（必填硬性指标）", Some(Priced, 5)),
                ]),
                new("效益指标",
                [
                    new("经济效益指标（必填）", Some(Felt, 3)),
                    new("社会效益指标（必填）", Some(Felt, 3)),
                    new("生态效益指标（必填）", Some(Felt, 3)),
                    new("可持续影响指标（必填）", Some(Felt, 3)),
                ]),
                new("满意度指标", [new("服务对象满意度指标（必填）", [.. Enumerable.Range(0, 1 + Math.Min(extra, 3)).Select(_ => new IndicatorRow("服务对象满意度", $"≥{random.Next(85, 100)}%"))])]),
            ],
            Orientation = orientation,
        };
    }

    static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
