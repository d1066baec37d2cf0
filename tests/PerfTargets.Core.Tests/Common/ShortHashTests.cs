using PerfTargets.Core.Common;

namespace PerfTargets.Core.Tests.Common;

public sealed class ShortHashTests
{
    [Theory]
    [InlineData("", "2d06800538d394c2")]
    [InlineData("绩效目标", "5cd57f7182469db3")]
    public void A_text_has_the_same_hash_in_every_process(string text, string hash) => Assert.Equal(hash, ShortHash.Of(text));
}
