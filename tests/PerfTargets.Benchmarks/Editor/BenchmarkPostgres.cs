using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>
/// A PostgreSQL server with the settings that it has by itself, above all with fsync: that of the variable, or one of the benchmark's own that goes
/// with it. The throw-away cluster of tests/run would not do: it keeps nothing safe.
/// </summary>
sealed class BenchmarkPostgres
{
    public const string IsMissing = $"there is no PostgreSQL ({Variable} is not set, and no initdb in /usr/lib/postgresql or on PATH)";
    const string Variable = "PERFTARGETS_TEST_POSTGRES", User = "perftargets", Owner = "postgres";

    readonly Action _stop;

    BenchmarkPostgres(string connectionString, Action stop)
    {
        (ConnectionString, _stop) = (connectionString, stop);
        Environment.SetEnvironmentVariable(Variable, connectionString);
    }

    public string ConnectionString { get; }

    /// <summary>Its version, and what decides how safe a commit is.</summary>
    public string Settings
    {
        get
        {
            using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres" }.ConnectionString);
            connection.Open();
            using var command = new NpgsqlCommand("SELECT format('%s, fsync %s, synchronous_commit %s', current_setting('server_version'), current_setting('fsync'), current_setting('synchronous_commit'))", connection);
            return (string)command.ExecuteScalar()!;
        }
    }

    public static BenchmarkPostgres? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? new(server, () => { })
        : FindPrograms() is { } programs ? Start(programs)
        : null;

    /// <summary>To be called when the test databases have said what they still do there at the end.</summary>
    public void StopWithTheProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) => _stop();

    static string? FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
        : Path.GetDirectoryName(Programs.Find("initdb"));

    static BenchmarkPostgres Start(string programs)
    {
        var (folder, password, port) = (Directory.CreateTempSubdirectory("benchmark-pg").FullName, RandomNumberGenerator.GetHexString(32), FreePort());
        var (data, secret) = (Path.Combine(folder, "data"), Path.Combine(folder, "password"));
        File.WriteAllText(secret, password);
        if (Environment.IsPrivilegedProcess) Programs.Run(new ProcessStartInfo("chown", ["-R", Owner, folder]));
        Run("initdb", "-D", data, "-U", User, $"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C");
        Run("pg_ctl", "start", "-w", "-s", "-D", data, "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -k {folder} -c listen_addresses=127.0.0.1");
        return new($"Host=127.0.0.1;Port={port};Username={User};Password={password}", () =>
        {
            Run("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", data);
            Directory.Delete(folder, recursive: true);
        });

        // The server refuses to run as root.
        void Run(string program, params string[] arguments) => Programs.Run(Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", Owner, "--", Path.Combine(programs, program), .. arguments]) { WorkingDirectory = folder }
            : new ProcessStartInfo(Path.Combine(programs, program), arguments));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
