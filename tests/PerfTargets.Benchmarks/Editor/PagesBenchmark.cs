namespace PerfTargets.Benchmarks.Editor;

/// <summary>The editor beside a bare page of the same application, in one run: what counts is the ratio.</summary>
static class PagesBenchmark
{
    const int Connections = 16, Rounds = 7;
    const double AloneAim = 0.15, WholeAim = 0.03;

    /// <param name="apps">Each with the name of its database.</param>
    public static async Task RunAsync(IReadOnlyList<(string Database, EditorApp App)> apps)
    {
        var first = apps[0].App.Address;
        var whole = new List<Subject>();
        foreach (var (database, app) in apps)
        {
            var form = await app.AddFormAsync(30);
            var (browser, cookies) = await app.SignInAsync(form);
            using (browser) await browser.OpenAsync(form.Path); // what RenderedAlone shows again
            whole.Add(new($"editor, signed in, {database}", WholeAim, app.Address, form.Path, cookies));
        }
        var bare = new Subject("bare page", null, first, "/benchmark/bare", "");
        List<Subject> subjects =
        [
            bare,
            new("page with nothing in it, in the layout", null, first, "/benchmark/empty", ""),
            // With the cookie of forms that every browser has, and without that of the session.
            new("editor alone", AloneAim, first, RenderedAlone.Path, whole[0].Cookies.Split("; ").Single(one => one.StartsWith("perftargets-form=", StringComparison.Ordinal))),
            .. whole,
        ];
        foreach (var subject in subjects) subject.Rounds.WarmUp();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var subject in subjects) subject.Rounds.Round();
        }
        Console.WriteLine($"\nPages, 30 indicators, {Connections} connections, {Rounds} rounds of {Throughput.Duration.TotalSeconds:0} s in turn:\n");
        Console.WriteLine("| page | KiB | requests/s, best round | median | of the bare page, best | median | aim |\n|---|---|---|---|---|---|---|");
        foreach (var subject in subjects) Console.WriteLine(subject.Row(bare));
        foreach (var subject in subjects) subject.Dispose();
    }

    sealed class Subject : IDisposable
    {
        readonly string _name;
        readonly double? _aim;
        readonly Exchange[] _connections;

        public Subject(string name, double? aim, Uri site, string path, string cookies)
        {
            (_name, _aim, Cookies) = (name, aim, cookies);
            _connections = [.. Enumerable.Range(0, Connections).Select(_ => new Exchange(site, path, cookies))];
            Rounds = new([.. _connections.Select(one => (Action)one.Get)]);
        }

        public string Cookies { get; }

        public Throughput Rounds { get; }

        public string Row(Subject bare) => FormattableString.Invariant(
            $"| {_name} | {_connections[0].Bytes / 1024.0:0.0} | {Rounds.Best:0} | {Rounds.Median:0} | {Rounds.Best / bare.Rounds.Best:0.000} | {Throughput.Middle(Rounds.Rates.Zip(bare.Rounds.Rates, (one, other) => one / other)):0.000} | {_aim} |");

        public void Dispose() => Array.ForEach(_connections, one => one.Dispose());
    }
}
