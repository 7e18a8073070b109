using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>The functions of DuckDB's C interface that are used, as its version 1.5 has them.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = AnalyticsLibrary.Name;

    /// <summary>What a call that went well answers.</summary>
    public const int Success = 0;

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, (name, _, _) => AnalyticsLibrary.Resolve(name));

    [LibraryImport(Library)]
    public static partial nint duckdb_library_version();

    [LibraryImport(Library)]
    public static partial int duckdb_create_config(out nint config);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_set_config(nint config, string name, string option);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_config(ref nint config);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_open_ext(string? path, out nint database, nint config, out nint error);

    [LibraryImport(Library)]
    public static partial void duckdb_close(ref nint database);

    [LibraryImport(Library)]
    public static partial void duckdb_free(nint memory);

    [LibraryImport(Library)]
    public static partial int duckdb_connect(nint database, out nint connection);

    [LibraryImport(Library)]
    public static partial void duckdb_disconnect(ref nint connection);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_query(nint connection, string sql, NativeResult* result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_prepare(nint connection, string sql, out nint statement);

    [LibraryImport(Library)]
    public static partial nint duckdb_prepare_error(nint statement);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_prepare(ref nint statement);

    [LibraryImport(Library)]
    public static partial int duckdb_pending_prepared_streaming(nint statement, out nint pending);

    [LibraryImport(Library)]
    public static partial nint duckdb_pending_error(nint pending);

    [LibraryImport(Library)]
    public static partial int duckdb_execute_pending(nint pending, NativeResult* result);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_pending(ref nint pending);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_result(NativeResult* result);

    [LibraryImport(Library)]
    public static partial nint duckdb_result_error(NativeResult* result);

    [LibraryImport(Library)]
    public static partial nint duckdb_fetch_chunk(NativeResult result);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(Library)]
    public static partial nint duckdb_data_chunk_get_column_count(nint chunk);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial nint duckdb_data_chunk_get_size(nint chunk);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial nint duckdb_data_chunk_get_vector(nint chunk, nint column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial void* duckdb_vector_get_data(nint vector);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial ulong* duckdb_vector_get_validity(nint vector);

    [LibraryImport(Library)]
    public static partial void duckdb_vector_ensure_validity_writable(nint vector);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial nint duckdb_struct_vector_get_child(nint vector, nint child);

    [LibraryImport(Library)]
    public static partial void duckdb_vector_assign_string_element_len(nint vector, nint row, byte* text, nint length);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_logical_type(int type);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_decimal_type(byte width, byte scale);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_enum_type(nint* words, nint count);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_struct_type(nint* types, nint* names, nint count);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_logical_type(ref nint type);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_scalar_function();

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_scalar_function(ref nint function);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void duckdb_scalar_function_set_name(nint function, string name);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_add_parameter(nint function, nint type);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_return_type(nint function, nint type);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_special_handling(nint function);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_volatile(nint function);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_extra_info(nint function, nint info, delegate* unmanaged<nint, void> destroy);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_function(nint function, delegate* unmanaged<nint, nint, nint, void> run);

    [LibraryImport(Library)]
    public static partial int duckdb_register_scalar_function(nint connection, nint function);

    [LibraryImport(Library)]
    public static partial nint duckdb_scalar_function_get_extra_info(nint info);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void duckdb_scalar_function_set_error(nint info, string error);
}
