using System.Runtime.InteropServices;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The special statuses of one clinician in one segment.</summary>
/// <param name="Judged">The statuses of which it was judged if they hold.</param>
/// <param name="Found">The statuses that hold.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClinicianStatuses(SpecialStatus Judged, SpecialStatus Found);
