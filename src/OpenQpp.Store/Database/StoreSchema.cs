using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;

namespace OpenQpp.Store;

/// <summary>A numbered file of the schema.</summary>
/// <param name="Number">Its number, from 1, without gaps.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sql">Its text, with tokens for types.</param>
/// <param name="Hash">SHA-256 of the text.</param>
internal sealed record SchemaStep(long Number, string Name, string Sql, string Hash);

/// <summary>Brings a store to the schema of this program, step by step. A step that was taken is never changed: its hash is kept.</summary>
/// <param name="database">The store.</param>
public sealed partial class StoreSchema(StoreDatabase database)
{
    private const string VersionTable = "CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at_us BIGINT NOT NULL)";

    /// <summary>The table that holds which steps were taken.</summary>
    internal const string VersionTableName = "schema_version";

    internal static IReadOnlyList<SchemaStep> Steps { get; } = [.. ReadSteps()];

    /// <summary>The newest schema that this program knows.</summary>
    public static long Newest => Steps[^1].Number;

    /// <summary>The tables of a schema, those first to which others refer.</summary>
    /// <param name="number">Number of the schema.</param>
    internal static IReadOnlyList<string> TablesOf(long number) =>
        [.. Steps.Where(step => step.Number <= number).SelectMany(step => TableName().Matches(step.Sql)).Select(match => match.Groups["name"].Value)];

    /// <summary>Whether the rows of a table are numbered by the database.</summary>
    /// <param name="table">Name of the table.</param>
    internal static bool HasNumbers(string table) => Steps.Any(step => step.Sql.Contains($"CREATE TABLE {table} (\n  id {{identity}}", StringComparison.Ordinal));

    /// <summary>Takes the steps that are missing, all in one transaction; the answer is how many. Several programs may ask at once.</summary>
    /// <param name="now">The time.</param>
    /// <exception cref="StoreException">The store is of a newer program, or a step that was taken differs from ours.</exception>
    public int Migrate(DateTimeOffset now) => Migrate(now, Newest);

    internal int Migrate(DateTimeOffset now, long number)
    {
        using var connection = database.Connect();
        using var transaction = database.Dialect.BeginAlone(connection);
        var taken = Migrate(connection, transaction, now, number);
        transaction.Commit();
        return taken;
    }

    internal int Migrate(DbConnection connection, DbTransaction transaction, DateTimeOffset now, long number)
    {
        connection.Execute(VersionTable, transaction: transaction);
        var applied = connection.Query<(long Number, string Hash)>("SELECT number, hash FROM schema_version ORDER BY number", transaction: transaction).ToList();
        Check(applied);
        var missing = Steps.Where(step => step.Number > applied.Count && step.Number <= number).ToArray();
        foreach (var step in missing)
        {
            connection.Execute(SqlOf(step), transaction: transaction);
            connection.Execute(
                "INSERT INTO schema_version (number, name, hash, applied_at_us) VALUES (@Number, @Name, @Hash, @At)",
                new { step.Number, step.Name, step.Hash, At = StoreTime.Of(now) },
                transaction);
        }

        return missing.Length;
    }

    /// <summary>Goes on only where the store has the schema of this program.</summary>
    /// <exception cref="StoreException">It has an older or a newer one, or none.</exception>
    public void MustBeNewest()
    {
        using var connection = database.Connect();
        var applied = connection.Query<string>(database.Dialect.TableNames).Contains(VersionTableName, StringComparer.Ordinal)
            ? connection.Query<(long Number, string Hash)>("SELECT number, hash FROM schema_version ORDER BY number").ToList()
            : [];
        Check(applied);
        if (applied.Count < Steps.Count)
        {
            throw new StoreException(StoreFault.OldSchema, "The store has an older schema than this program needs. Bring it up to date with 'openqpp store migrate'.");
        }
    }

    private static void Check(List<(long Number, string Hash)> applied)
    {
        if (applied.Count > Steps.Count)
        {
            throw new StoreException(StoreFault.NewSchema, "The store has a newer schema than this program knows. Use the program that made it, or a newer one.");
        }

        for (var place = 0; place < applied.Count; place++)
        {
            if (applied[place].Number != Steps[place].Number || !string.Equals(applied[place].Hash, Steps[place].Hash, StringComparison.Ordinal))
            {
                throw new StoreException(StoreFault.OtherSchema, $"Step {Steps[place].Number} of the store's schema is not the one that this program knows. It was made by another program; restore a backup with this one.");
            }
        }
    }

    private string SqlOf(SchemaStep step) => database.Dialect.Types.Aggregate(step.Sql, (sql, type) => sql.Replace(type.Key, type.Value, StringComparison.Ordinal));

    private static IEnumerable<SchemaStep> ReadSteps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var sql = reader.ReadToEnd();
            yield return new(long.Parse(name.AsSpan(0, name.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture), name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
        }
    }

    [GeneratedRegex(@"^CREATE TABLE (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableName();
}
