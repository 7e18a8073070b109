using System.Globalization;

namespace OpenQpp.Population;

/// <summary>A service of synthetic claim lines.</summary>
/// <param name="Hcpcs">Its code.</param>
/// <param name="Cents">What is allowed for one unit.</param>
/// <param name="Status">Status indicator of the fee schedule.</param>
/// <param name="Setting">The setting, or blank.</param>
/// <param name="Place">Place of service.</param>
/// <param name="ClaimType">CMS claim type.</param>
/// <param name="IsEncounter">A patient-facing encounter.</param>
internal sealed record SyntheticProcedure(string Hcpcs, long Cents, string Status, string Setting, string Place, string ClaimType, bool IsEncounter);

/// <summary>The services of synthetic claim lines, each as often as the data say.</summary>
internal sealed class SyntheticProcedures
{
    private readonly SyntheticProcedure[] byShare =
        [.. Shape.Rows("services.tsv").SelectMany(row => Enumerable.Repeat(new SyntheticProcedure(row[0], (long)(decimal.Parse(row[2], CultureInfo.InvariantCulture) * 100m), row[3], row[4], row[5], row[6], row[7] is "Y"), int.Parse(row[1], CultureInfo.InvariantCulture)))];

    /// <summary>The codes of patient-facing encounters.</summary>
    public IEnumerable<string> Encounters => byShare.Where(service => service.IsEncounter).Select(service => service.Hcpcs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>One of them.</summary>
    /// <param name="random">Draws.</param>
    public SyntheticProcedure At(RandomStream random) => byShare[random.Below(byShare.Length)];
}
