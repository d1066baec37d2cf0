using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PerfTargets.Web.Pages.Forms;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>By its hash a post that is sent again is known from another one with the same operation.</summary>
public sealed class PostedFormTests
{
    private static readonly (string Field, StringValues Typed)[] Post = [("projectName", "企业扶持资金"), ("na", new(["benefit.ecological", "benefit.social"])), ("projectPeriod", "1 年"), ("overallGoal", "")];

    public static TheoryData<string> Differences => new(Others.Keys);

    private static readonly Dictionary<string, (string, StringValues)[]> Others = new()
    {
        ["a text"] = [("projectName", "企业扶持资金。"), .. Post[1..]],
        ["a character that moved to the text before"] = [("projectName", "企业扶持资"), ("na", new(["金benefit.ecological", "benefit.social"])), .. Post[2..]],
        ["an entry that became two"] = [Post[0], ("na", new(["benefit.ecological", "benefit", ".social"])), .. Post[2..]],
        ["entries in another order"] = [Post[0], ("na", new(["benefit.social", "benefit.ecological"])), .. Post[2..]],
        ["a field less, though it was empty"] = Post[..^1],
        ["a field's name"] = [.. Post[..^1], ("overallGoa", "l")],
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_post_with_any_difference_is_another_one(string difference) => Assert.NotEqual(HashOf(Post), HashOf(Others[difference]));

    [Fact]
    public void Neither_the_order_of_its_fields_nor_its_token_makes_another_one_of_it() =>
        Assert.Equal(HashOf(Post), HashOf([.. Post.Reverse(), ("__RequestVerificationToken", "CfDJ8")]));

    private static string HashOf(IEnumerable<(string Field, StringValues Typed)> fields) =>
        PostedForm.Sha256Of(new FormCollection(fields.ToDictionary(one => one.Field, one => one.Typed)));
}
