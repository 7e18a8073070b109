using OpenQpp.Files;
using OpenQpp.Law;

namespace OpenQpp.ClaimLines;

/// <summary>The law as it is packed with these tests.</summary>
internal static class Known
{
    public static LawBook Book { get; } = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));

    public static Dictionary<string, string> NoOverrides { get; } = new(StringComparer.Ordinal);
}
