using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>DuckDB in memory, with one connection. It loads no extensions, asks no network, and spills to a folder that it is given.</summary>
public sealed unsafe class DuckDbEngine : IColumnEngine
{
    private nint database;
    private nint connection;
    private Exception? thrown;

    /// <summary>Opens an engine.</summary>
    /// <param name="spill">The folder for what does not fit into memory; it is made when it is needed.</param>
    /// <param name="megabytes">How much memory its buffers may take; null for DuckDB's own bound.</param>
    /// <param name="threads">How many threads it may use; null for as many as there are processors.</param>
    /// <exception cref="EngineFault">The library is missing or cannot be opened.</exception>
    public DuckDbEngine(string spill, int? megabytes, int? threads)
    {
        if (!AnalyticsLibrary.IsHere)
        {
            throw new EngineFault("DuckDB's library is missing. " + AnalyticsLibrary.Remedy);
        }

        NativeMethods.duckdb_create_config(out var config);
        try
        {
            Set(config, "autoinstall_known_extensions", "false");
            Set(config, "autoload_known_extensions", "false");
            Set(config, "allow_community_extensions", "false");
            Set(config, "temp_directory", spill);
            Set(config, "threads", (threads ?? Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture));
            if (megabytes is { } most)
            {
                Set(config, "memory_limit", string.Create(CultureInfo.InvariantCulture, $"{most}MiB"));
            }

            if (NativeMethods.duckdb_open_ext(null, out database, config, out var error) != NativeMethods.Success)
            {
                var said = TextOf(error);
                NativeMethods.duckdb_free(error);
                throw new EngineFault(said);
            }
        }
        finally
        {
            NativeMethods.duckdb_destroy_config(ref config);
        }

        if (NativeMethods.duckdb_connect(database, out connection) != NativeMethods.Success)
        {
            throw new EngineFault("DuckDB gives no connection.");
        }
    }

    /// <summary>The version of the library, for example <c>v1.5.6</c>.</summary>
    public static string Version => TextOf(NativeMethods.duckdb_library_version());

    /// <inheritdoc/>
    public void Define(ColumnFunction function)
    {
        var native = NativeMethods.duckdb_create_scalar_function();
        NativeMethods.duckdb_scalar_function_set_name(native, function.Name);
        foreach (var kind in function.Takes)
        {
            var type = LogicalType.Of(kind);
            NativeMethods.duckdb_scalar_function_add_parameter(native, type);
            NativeMethods.duckdb_destroy_logical_type(ref type);
        }

        var gives = LogicalType.Of(function.Gives);
        NativeMethods.duckdb_scalar_function_set_return_type(native, gives);
        NativeMethods.duckdb_destroy_logical_type(ref gives);
        NativeMethods.duckdb_scalar_function_set_special_handling(native);
        // It counts what it sees: neither folded into a constant nor called twice for a row.
        NativeMethods.duckdb_scalar_function_set_volatile(native);
        NativeMethods.duckdb_scalar_function_set_extra_info(native, GCHandle.ToIntPtr(GCHandle.Alloc(new Callback(function.Compute, this))), &Release);
        NativeMethods.duckdb_scalar_function_set_function(native, &Compute);
        var state = NativeMethods.duckdb_register_scalar_function(connection, native);
        NativeMethods.duckdb_destroy_scalar_function(ref native);
        if (state != NativeMethods.Success)
        {
            throw new EngineFault($"The function '{function.Name}' cannot be defined.");
        }
    }

    /// <inheritdoc/>
    public void Run(string sql)
    {
        NativeResult result;
        var state = NativeMethods.duckdb_query(connection, sql, &result);
        Finish(state, ref result);
    }

    /// <inheritdoc/>
    public void Read(string sql, TakeRows take)
    {
        nint pending = 0;
        var state = NativeMethods.duckdb_prepare(connection, sql, out var statement);
        try
        {
            if (state != NativeMethods.Success)
            {
                throw new EngineFault(TextOf(NativeMethods.duckdb_prepare_error(statement)));
            }

            if (NativeMethods.duckdb_pending_prepared_streaming(statement, out pending) != NativeMethods.Success)
            {
                throw new EngineFault(TextOf(NativeMethods.duckdb_pending_error(pending)));
            }

            NativeResult result;
            state = NativeMethods.duckdb_execute_pending(pending, &result);
            if (state == NativeMethods.Success)
            {
                Fetch(result, take);
            }

            state = NativeMethods.duckdb_result_error(&result) == 0 ? state : ~NativeMethods.Success;
            Finish(state, ref result);
        }
        finally
        {
            NativeMethods.duckdb_destroy_pending(ref pending);
            NativeMethods.duckdb_destroy_prepare(ref statement);
        }
    }

    /// <summary>Closes the engine.</summary>
    public void Dispose()
    {
        NativeMethods.duckdb_disconnect(ref connection);
        NativeMethods.duckdb_close(ref database);
    }

    private static void Fetch(NativeResult result, TakeRows take)
    {
        var wantsMore = true;
        while (wantsMore)
        {
            var chunk = NativeMethods.duckdb_fetch_chunk(result);
            if (chunk == 0)
            {
                return;
            }

            try
            {
                var rows = new Rows(chunk);
                wantsMore = rows.Count > 0 && take(rows);
            }
            finally
            {
                NativeMethods.duckdb_destroy_data_chunk(ref chunk);
            }
        }
    }

    private void Finish(int state, ref NativeResult result)
    {
        fixed (NativeResult* ended = &result)
        {
            var said = state == NativeMethods.Success ? null : TextOf(NativeMethods.duckdb_result_error(ended));
            NativeMethods.duckdb_destroy_result(ended);
            if (said is not null)
            {
                throw new EngineFault(said, Interlocked.Exchange(ref thrown, null));
            }
        }
    }

    private static void Set(nint config, string name, string value)
    {
        if (NativeMethods.duckdb_set_config(config, name, value) != NativeMethods.Success)
        {
            throw new EngineFault($"DuckDB does not take {name} = {value}.");
        }
    }

    private static string TextOf(nint text) => Marshal.PtrToStringUTF8(text) ?? "DuckDB does not say what is wrong.";

    [UnmanagedCallersOnly]
    [SuppressMessage("Design", "CA1031", Justification = "No exception may pass through the engine: it is told as the engine's error.")]
    private static void Compute(nint info, nint chunk, nint result)
    {
        var callback = (Callback)GCHandle.FromIntPtr(NativeMethods.duckdb_scalar_function_get_extra_info(info)).Target!;
        try
        {
            var rows = new Rows(chunk);
            callback.Compute(rows, new(result, rows.Count));
        }
        catch (Exception fault)
        {
            Interlocked.CompareExchange(ref callback.Engine.thrown, fault, null);
            NativeMethods.duckdb_scalar_function_set_error(info, fault.GetType().Name);
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(nint handle) => GCHandle.FromIntPtr(handle).Free();

    /// <summary>What the engine calls back.</summary>
    private sealed record Callback(ComputeRows Compute, DuckDbEngine Engine);
}
