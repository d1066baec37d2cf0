using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>pgbench with one statement that commits by itself, prepared: nothing that stores a row can be faster.</summary>
sealed partial class PgBench
{
    readonly ProcessStartInfo _start;

    PgBench(ProcessStartInfo start) => _start = start;

    /// <returns>Null where there is no pgbench.</returns>
    public static PgBench? Start(BenchmarkPostgres postgres, int clients)
    {
        if (Programs.Find("pgbench") is not { } program) return null;
        var server = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = "postgres" };
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("DROP TABLE IF EXISTS benchmark_saves; CREATE TABLE benchmark_saves (id bigserial PRIMARY KEY, form bigint, text text)", connection);
        command.ExecuteNonQuery();
        var script = Path.Combine(Directory.CreateTempSubdirectory("benchmark").FullName, "insert.sql");
        File.WriteAllText(script, "\\set form random(1, 1000000)\nINSERT INTO benchmark_saves (form, text) VALUES (:form, '2027 年 12 月底前完成');\n");
        var seconds = Throughput.Duration.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(program, ["-n", "-M", "prepared", "-c", clients.ToString(CultureInfo.InvariantCulture), "-T", seconds, "-f", script]);
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        start.Environment["PGDATABASE"] = server.Database;
        return new(start);
    }

    public double CommitsPerSecond() => double.Parse(Tps().Match(Programs.Run(_start)).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^tps = ([0-9.]+) \\(without", RegexOptions.Multiline)]
    private static partial Regex Tps();
}
