using System.Data.Common;
using System.Text.Json;

namespace OpenQpp.Store;

/// <summary>What differs between databases; all other SQL is the same for all.</summary>
internal abstract class StoreDialect
{
    /// <summary>Types in the files of the schema: the token and what stands for it.</summary>
    public abstract IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>A connection, not opened.</summary>
    public abstract DbConnection Connection();

    /// <summary>What a connection needs when it was opened for the first time by this program.</summary>
    /// <param name="connection">The open connection.</param>
    public abstract void Prepare(DbConnection connection);

    /// <summary>A table of one column, <c>value</c>, with the texts of a parameter that <see cref="Texts"/> made.</summary>
    /// <param name="parameter">Name of the parameter, with its sign.</param>
    public abstract string Each(string parameter);

    /// <summary>Begins a transaction in which nobody else can change the schema.</summary>
    /// <param name="connection">The open connection.</param>
    public abstract DbTransaction BeginAlone(DbConnection connection);

    /// <summary>Begins a transaction that sees one moment of the whole database.</summary>
    /// <param name="connection">The open connection.</param>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Holds off other publishers until it is disposed of, or the process ends in whatever way; null where one is at work.</summary>
    public abstract IDisposable? LockPublishing();

    /// <summary>A connection for many rows, not opened.</summary>
    public abstract DbConnection LoadConnection();

    /// <summary>What a connection for many rows needs when it was opened.</summary>
    /// <param name="connection">The open connection.</param>
    public abstract void PrepareLoad(DbConnection connection);

    /// <summary>Takes many rows into a table. Nothing else can be asked of the connection until it is disposed of.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="columns">Names of the columns, in the order of the values of a row.</param>
    public abstract TableLoad Load(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns);

    /// <summary>The names of the tables that there are.</summary>
    public abstract string TableNames { get; }

    /// <summary>What to say after many rows came into the tables; empty where nothing is needed.</summary>
    /// <param name="tables">The tables.</param>
    public abstract string AfterLoad(IEnumerable<string> tables);

    /// <summary>Sets the next number of a table whose rows were given with their numbers; empty where nothing is needed.</summary>
    /// <param name="table">The table.</param>
    public abstract string AfterNumbersGiven(string table);

    /// <summary>The value of a parameter for <see cref="Each"/>.</summary>
    /// <param name="texts">The texts.</param>
    public static string Texts(IEnumerable<string> texts) => JsonSerializer.Serialize(texts);
}
