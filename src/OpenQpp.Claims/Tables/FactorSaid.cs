using System.Runtime.InteropServices;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>What the file of factors says of a TIN/NPI, as <see cref="FactorRow"/>, made by the million.</summary>
/// <param name="Standing">What came of the performance year; null where the row may not be seen.</param>
/// <param name="FinalScore">Final score, points.</param>
/// <param name="Percent">Total adjustment, percent.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FactorSaid(RowStanding? Standing, decimal? FinalScore, decimal? Percent);
