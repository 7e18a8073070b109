namespace OpenQpp.YearRun;

/// <summary>A line with a case.</summary>
/// <param name="Table">The file: what was submitted, or what CMS computed.</param>
/// <param name="Number">Its number.</param>
/// <param name="Bytes">The document.</param>
internal readonly record struct CaseLine(InputTable Table, long Number, ReadOnlyMemory<byte> Bytes);
