using CsCheck;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Forms;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("36.7", 36_700_000, "36.70")]
    [InlineData(" 1,234.5 ", 1_234_500_000, "1234.50")]
    [InlineData("３６．７０万元", 36_700_000, "36.70")]
    [InlineData("1，000 万元", 1_000_000_000, "1000.00")]
    [InlineData("-1,234,567.89", -1_234_567_890_000, "-1234567.89")]
    [InlineData("36.7 万", 36_700_000, "36.70")]
    [InlineData("0", 0, "0.00")]
    [InlineData("-5", -5_000_000, "-5.00")]
    [InlineData("0.000001", 1, "0.000001")]
    [InlineData("1.2000000", 1_200_000, "1.20")]
    [InlineData("999999999999", 999_999_999_999_000_000, "999999999999.00")]
    public void An_amount_is_read_as_people_type_it(string typed, long fen, string text)
    {
        Assert.True(Money.TryReadWan(typed, out var money));
        Assert.Equal(fen, money.Fen);
        Assert.Equal(text, money.ToWanText());
    }

    [Theory]
    [InlineData("36.7", 36_700_000L)]
    [InlineData("1.0000001", 1_000_000L)]
    [InlineData("２，913.8333333 万元", 2_913_833_333L)]
    [InlineData("0.0000009", 0L)]
    [InlineData("-5", -5_000_000L)]
    [InlineData("-1.0000001", null)]
    [InlineData("1.0000001元", null)]
    [InlineData("1.000000a", null)]
    [InlineData("三十六", null)]
    [InlineData("", null)]
    public void What_is_finer_than_a_分_is_at_least_its_whole_分(string typed, long? fen) => Assert.Equal(fen, Amount.FromTyped(typed).Least?.Fen);

    [Theory]
    [InlineData("三十六")]
    [InlineData("36.7.1")]
    [InlineData("1.0000001")]
    [InlineData("36.")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("--1")]
    [InlineData("万元")]
    [InlineData("万")]
    [InlineData("3万万")]
    [InlineData("1000000000000")]
    [InlineData("36,5")]
    [InlineData("1，8420.60")]
    [InlineData("1,234.567,8")]
    [InlineData("1,,234")]
    [InlineData(",234")]
    [InlineData("٣٦")]
    public void What_is_no_amount_is_never_read_as_zero(string typed)
    {
        Assert.False(Money.TryReadWan(typed, out _));
        Assert.Equal((null, typed), (Amount.FromTyped(typed).Value, Amount.FromTyped(typed).UnreadText));
        Assert.Equal(typed, Amount.FromTyped(typed).Text);
    }

    [Fact]
    public void Every_amount_survives_being_written_and_read() =>
        Gen.Long[-999_999_999_999_000_000, 999_999_999_999_000_000].Sample(fen =>
            Money.TryReadWan(new Money(fen).ToWanText(), out var read) && read.Fen == fen);

    [Theory]
    [InlineData(18_420_600_000, "18,420.60")]
    [InlineData(-1_234_000_001, "-1,234.000001")]
    [InlineData(0, "0.00")]
    public void Lists_show_separators(long fen, string text) => Assert.Equal(text, new Money(fen).ToListText());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void A_blank_field_is_blank_and_not_zero(string? typed)
    {
        Assert.True(Amount.FromTyped(typed).IsBlank);
        Assert.Equal("", Amount.FromTyped(typed).Text);
    }

    [Fact]
    public void What_was_stored_comes_back()
    {
        foreach (var amount in new[] { Amount.Blank, Amount.FromTyped("36.7"), Amount.FromTyped("约 30") })
            Assert.Equal(amount, Amount.FromStored(amount.Value?.Fen, amount.UnreadText));
    }
}
