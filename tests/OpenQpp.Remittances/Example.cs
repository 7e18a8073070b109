using OpenQpp.Explanations;

namespace OpenQpp.Remittances;

/// <summary>A remittance of our own, for tests and readers; people, practices and numbers are made up.</summary>
internal static class Example
{
    /// <summary>One payment for one claim of two lines: +5.21 percent of 80.00, and −9.00 percent of 80.00.</summary>
    public static byte[] Remittance { get; } = File.ReadAllBytes(Path.Combine(Root.Folder, "examples", "2026-remittance.835"));
}
