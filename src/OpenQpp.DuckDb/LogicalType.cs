using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>Makes DuckDB's types of ours.</summary>
internal static unsafe class LogicalType
{
    /// <summary>The type; whoever asked for it destroys it.</summary>
    /// <param name="kind">The type of a column.</param>
    public static nint Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Plain plain => NativeMethods.duckdb_create_logical_type(plain.Type),
        ColumnKind.Number number => NativeMethods.duckdb_create_decimal_type(number.Width, number.Scale),
        ColumnKind.Word word => OfWords([.. word.Words]),
        ColumnKind.Row row => OfFields(row.Fields),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static nint OfWords(string[] words)
    {
        var texts = Texts(words);
        fixed (nint* first = texts)
        {
            var type = NativeMethods.duckdb_create_enum_type(first, texts.Length);
            Free(texts);
            return type;
        }
    }

    private static nint OfFields(IReadOnlyList<(string Name, ColumnKind Kind)> fields)
    {
        var (names, types) = (Texts([.. fields.Select(field => field.Name)]), fields.Select(field => Of(field.Kind)).ToArray());
        fixed (nint* firstType = types)
        fixed (nint* firstName = names)
        {
            var type = NativeMethods.duckdb_create_struct_type(firstType, firstName, types.Length);
            Free(names);
            for (var place = 0; place < types.Length; place++)
            {
                NativeMethods.duckdb_destroy_logical_type(ref types[place]);
            }

            return type;
        }
    }

    private static nint[] Texts(string[] texts) => [.. texts.Select(Marshal.StringToCoTaskMemUTF8)];

    private static void Free(nint[] texts)
    {
        foreach (var text in texts)
        {
            Marshal.FreeCoTaskMem(text);
        }
    }
}
