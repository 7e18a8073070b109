using System.Runtime.InteropServices;

namespace OpenQpp.Rules;

/// <summary>What is held against the low-volume threshold in one determination period segment.</summary>
/// <param name="AllowedCharges">Allowed charges, dollars (2017: all of Part B; later covered professional services).</param>
/// <param name="Patients">Medicare patients.</param>
/// <param name="Services">Covered professional services.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VolumeCounts(decimal AllowedCharges, decimal Patients, decimal Services);
