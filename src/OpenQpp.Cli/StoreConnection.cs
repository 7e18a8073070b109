using System.CommandLine;
using System.Data.Common;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>The store that a command works on.</summary>
internal static class StoreConnection
{
    /// <summary>Where the store is.</summary>
    public static Option<string> Option() => new("--store") { Description = "The store: 'Data Source=FILE' for SQLite, 'Host=…;Database=…;Username=…' for PostgreSQL", HelpName = "CONNECTION", Required = true };

    /// <summary>Does something with the store. What a store cannot do is a problem; the connection is never shown, for it may hold a password.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="work">What is done.</param>
    /// <exception cref="Refused">It cannot be done.</exception>
    public static T With<T>(string connection, Func<StoreDatabase, T> work)
    {
        try
        {
            using var database = StoreDatabase.Open(connection);
            return work(database);
        }
        catch (StoreException fault)
        {
            throw new Refused(CodeOf(fault.Fault), "$.store", fault.Message);
        }
        catch (ArgumentException fault) when (fault.ParamName is "connectionString" or "keyword" or null && fault is not ArgumentNullException)
        {
            throw new Refused(ProblemCode.STORE_NOT_REACHABLE, "$.store", "The connection cannot be understood. Write 'Data Source=FILE' for SQLite or 'Host=…;Database=…;Username=…' for PostgreSQL.");
        }
        catch (DbException fault) when (Environment.GetEnvironmentVariable("OPENQPP_TRACE") is not "1")
        {
            throw new Refused(ProblemCode.STORE_NOT_REACHABLE, "$.store", $"The store cannot be used: the database says {(fault.SqlState is { } state ? $"{state}" : "no")}. Check the connection, the server, your rights and the room on the disk.");
        }
    }

    private static ProblemCode CodeOf(StoreFault fault) => fault switch
    {
        StoreFault.Busy => ProblemCode.STORE_BUSY,
        StoreFault.NotEmpty => ProblemCode.STORE_NOT_EMPTY,
        StoreFault.DamagedBackup => ProblemCode.BACKUP_DAMAGED,
        _ => ProblemCode.STORE_SCHEMA,
    };
}
