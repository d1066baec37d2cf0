namespace PerfTargets.Web.Commands;

/// <summary>What stands behind a verb: values, options with a value, and settings of the program (--Database:Provider=Postgres).</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly Queue<string> _values = new();

    private Arguments() { }

    /// <summary>Settings as the host reads them from its command line.</summary>
    public IReadOnlyList<string> Settings { get; private init; } = [];

    /// <exception cref="CommandRefusedException">An option is unknown, repeated or lacks its value; or there are too many values.</exception>
    public static Arguments Parse(IReadOnlyList<string> args, IReadOnlyList<string> known, int mostValues)
    {
        var settings = new List<string>();
        var parsed = new Arguments { Settings = settings };
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                if (parsed._values.Count == mostValues)
                    throw new CommandRefusedException($"多余的参数“{args[i]}”");
                parsed._values.Enqueue(args[i]);
                continue;
            }
            var (name, inline) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            var isSetting = name.Contains(':', StringComparison.Ordinal);
            if (!isSetting && !known.Contains(name))
                throw new CommandRefusedException($"不认识的选项“{name}”{(known.Count == 0 ? "" : $"，可以用的有：{string.Join(' ', known)}")}");
            var value = inline ?? (i + 1 < args.Count ? args[++i] : throw new CommandRefusedException($"选项 {name} 后面缺少值"));
            if (isSetting)
                settings.Add($"{name}={value}");
            else if (!parsed._options.TryAdd(name, value))
                throw new CommandRefusedException($"选项 {name} 出现了两次");
        }
        return parsed;
    }

    public string? Option(string name) => _options.GetValueOrDefault(name);

    public string Require(string name) => Option(name) ?? throw new CommandRefusedException($"缺少选项 {name}");

    public string? Value() => _values.TryDequeue(out var value) ? value : null;

    public string RequireValue(string what) => Value() ?? throw new CommandRefusedException($"缺少{what}");
}
