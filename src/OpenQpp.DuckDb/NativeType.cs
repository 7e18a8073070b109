namespace OpenQpp.DuckDb;

/// <summary>Numbers of types in DuckDB's C interface.</summary>
internal static class NativeType
{
    public const int Integer = 4;
    public const int BigInt = 5;
    public const int Date = 13;
    public const int Varchar = 17;
}
