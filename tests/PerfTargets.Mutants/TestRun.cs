using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Xunit.Sdk;
using Xunit.v3;

namespace PerfTargets.Mutants;

/// <summary>One case of one test.</summary>
internal sealed record TestCase(MethodInfo Method, object?[] Arguments)
{
    /// <summary>What made it fail; null when it passed.</summary>
    public async Task<Exception?> RunAsync()
    {
        try
        {
            var test = Method.IsStatic ? null : Activator.CreateInstance(Method.ReflectedType!);
            var result = Method.Invoke(test, Arguments);
            await (result switch { Task task => task, ValueTask task => task.AsTask(), _ => Task.CompletedTask });
            return null;
        }
        catch (Exception exception)
        {
            return exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
        }
    }

    public override string ToString() => $"{Method.ReflectedType!.Name}.{Method.Name}({string.Join(", ", Arguments)})";
}

/// <summary>The tests, loaded into this process beside the mutated assembly, so that a mutant costs milliseconds and no process of its own.</summary>
internal sealed class TestRun
{
    /// <summary>How often the switches may be asked in one test before it counts as going on for ever.</summary>
    private const int MostQuestions = 100_000_000;

    private readonly FieldInfo _active;
    private readonly FieldInfo _left;
    private readonly FieldInfo _asked;
    private readonly List<(FieldInfo Reading, object Context)> _read;
    private readonly List<TestCase> _tests;

    private TestRun(Assembly core, Assembly tests, Predicate<Type> isWanted)
    {
        var toggle = core.GetType("PerfTargets.Mutants.Switch", throwOnError: true)!;
        (_active, _left, _asked) = (toggle.GetField("Active")!, toggle.GetField("Left")!, toggle.GetField("Asked")!);
        var classes = tests.GetTypes().Where(type => isWanted(type)).ToList();
        _tests = [.. classes.Where(type => !type.IsAbstract).SelectMany(Cases)];
        _read = [.. classes.SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)).SelectMany(Contexts)];
    }

    public int Count => _tests.Count;

    public static TestRun Load(MutatedCore core, string tests, Predicate<Type> isWanted)
    {
        var context = new Beside(core.Assembly, tests);
        return new TestRun(context.Core, context.LoadFromAssemblyPath(tests), isWanted);
    }

    /// <summary>Runs all tests with no mutant on. Those that fail are no use and are left out.</summary>
    /// <returns>For each mutant the tests that come past it.</returns>
    public async Task<List<TestCase>[]> CoverAsync(int mutants, Action<TestCase, Exception> isLeftOut)
    {
        // Once before, so that what is made once and for all is made now.
        foreach (var test in _tests.ToList())
        {
            if (await RunAsync(test, null) is not { } failure)
                continue;
            _tests.Remove(test);
            isLeftOut(test, failure);
        }
        var covering = new List<TestCase>[mutants];
        for (var i = 0; i < mutants; i++)
            covering[i] = [];
        foreach (var (test, _) in await InOrderOfTimeAsync())
        {
            var asked = new bool[mutants];
            _asked.SetValue(null, asked);
            await RunAsync(test, null);
            for (var i = 0; i < mutants; i++)
            {
                if (asked[i])
                    covering[i].Add(test);
            }
        }
        _asked.SetValue(null, null);
        return covering;
    }

    /// <summary>What the test says with a mutant on, or with none.</summary>
    public async Task<Exception?> RunAsync(TestCase test, Mutant? mutant)
    {
        // What was read of a form that all tests share was read with another mutant on.
        foreach (var (reading, context) in _read)
            reading.SetValue(context, null);
        _active.SetValue(null, mutant?.Id ?? -1);
        _left.SetValue(null, MostQuestions);
        var failure = await test.RunAsync();
        _active.SetValue(null, -1);
        return failure;
    }

    /// <summary>Fails when something has stayed behind in the process that would have judged later mutants falsely.</summary>
    public async Task CheckUnchangedAsync()
    {
        foreach (var test in _tests)
        {
            if (await RunAsync(test, null) is { } failure)
                throw new InvalidOperationException($"{test} fails after the run, so a mutant has left something behind.", failure);
        }
    }

    private async Task<List<(TestCase Test, long Ticks)>> InOrderOfTimeAsync()
    {
        List<(TestCase Test, long Ticks)> times = [];
        foreach (var test in _tests)
        {
            var start = Stopwatch.GetTimestamp();
            await RunAsync(test, null);
            times.Add((test, Stopwatch.GetTimestamp() - start));
        }
        return [.. times.OrderBy(one => one.Ticks)];
    }

    private static IEnumerable<TestCase> Cases(Type type)
    {
        foreach (var method in type.GetMethods())
        {
            if (!method.GetCustomAttributes().OfType<IFactAttribute>().Any())
                continue;
            var data = method.GetCustomAttributes().OfType<IDataAttribute>().ToList();
            if (data.Count == 0)
                yield return new TestCase(method, []);
            foreach (var source in data)
            {
                foreach (var row in source.GetData(method, new DisposalTracker()).AsTask().GetAwaiter().GetResult())
                    yield return new TestCase(method, method.ResolveMethodArguments(row.GetData()));
            }
        }
    }

    /// <summary>Contexts that a static field holds, and where they keep what was read.</summary>
    private static IEnumerable<(FieldInfo, object)> Contexts(FieldInfo field)
    {
        var value = field.FieldType.ContainsGenericParameters ? null : field.GetValue(null);
        var all = value as IEnumerable<object> ?? (value is null ? [] : [value]);
        foreach (var one in all)
        {
            if (one?.GetType() is not { Name: "CheckContext" } type)
                continue;
            foreach (var kept in (string[])["_reading", "_settings"])
                yield return (type.GetField(kept, BindingFlags.Instance | BindingFlags.NonPublic)!, one);
        }
    }

    /// <summary>The tests and what refers to PerfTargets.Core get the mutated one, all else what this process has.</summary>
    private sealed class Beside : AssemblyLoadContext
    {
        private readonly AssemblyDependencyResolver _resolver;

        public Beside(byte[] core, string tests)
        {
            _resolver = new AssemblyDependencyResolver(tests);
            Core = LoadFromStream(new MemoryStream(core));
        }

        public Assembly Core { get; }

        protected override Assembly? Load(AssemblyName name)
        {
            if (name.Name == Core.GetName().Name)
                return Core;
            // Attributes of tests are to be the ones known here.
            if (name.Name!.StartsWith("xunit", StringComparison.Ordinal) && File.Exists(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll")))
                return null;
            return _resolver.ResolveAssemblyToPath(name) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }
}
