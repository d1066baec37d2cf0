using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace PerfTargets.Web.Infrastructure.Hosting;

/// <summary>What the framework says of a field that it cannot read, in the language of the screens.</summary>
public static class BindingMessages
{
    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}”读不懂，请重新填写");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”读不懂，请重新填写");
        messages.SetUnknownValueIsInvalidAccessor(_ => "这一项读不懂，请重新填写");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "这一项读不懂，请重新填写");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”读不懂，请重新填写");
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写这一项");
        messages.SetMissingBindRequiredValueAccessor(_ => "请填写这一项");
        messages.SetMissingKeyOrValueAccessor(() => "请填写这一项");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到填写的内容，请重新提交");
    }
}
