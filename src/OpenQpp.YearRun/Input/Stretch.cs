using System.Runtime.InteropServices;

namespace OpenQpp.YearRun;

/// <summary>Lines that stand one behind the other in a file of the input.</summary>
/// <param name="Start">The byte with which the first begins.</param>
/// <param name="End">The byte behind the last and its break.</param>
/// <param name="Number">The number of the first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(long Start, long End, long Number);
