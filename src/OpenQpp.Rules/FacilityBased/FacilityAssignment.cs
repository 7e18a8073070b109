using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A hospital to which a clinician or a group could be assigned.</summary>
/// <param name="Name">The hospital.</param>
/// <param name="Count">Of a clinician: Medicare beneficiaries seen there; of a group: facility-based clinicians assigned to it.</param>
/// <param name="HvbpScore">Its total performance score.</param>
public sealed record FacilityCandidate(string Name, decimal Count, decimal HvbpScore);

/// <summary>
/// The hospital whose score a facility-based participant receives: of a clinician the one where most of the beneficiaries
/// were seen, of equal ones that with the higher score; of a group that of the plurality of its facility-based clinicians.
/// </summary>
/// <remarks>For groups the text does not say what decides between equal hospitals; the higher score does, as for clinicians.</remarks>
[Cfr("414.1380(e)(5)")]
public static class FacilityAssignment
{
    private const string Basis = "414.1380(e)(5)";

    private static readonly Label Beneficiaries = new("beneficiaries or clinicians at the hospital", Unit.Number, Basis, "{s} has {v}");
    private static readonly Label Score = new("Hospital VBP total performance score", Unit.Points, Basis, "{s} has a score of {v}");
    private static readonly Label Assigned = new("score of the assigned hospital", Unit.Points, Basis, "{s} is assigned, with a score of {0}");

    /// <summary>The hospital and its score; null without candidates.</summary>
    /// <param name="candidates">The hospitals that have a score.</param>
    public static (FacilityCandidate Facility, Finding Score)? For(IReadOnlyList<FacilityCandidate> candidates)
    {
        FacilityCandidate? best = null;
        foreach (var candidate in candidates)
        {
            if (best is null || Compare(candidate, best) > 0)
            {
                best = candidate;
            }
        }

        if (best is null)
        {
            return null;
        }

        var others = candidates.Where(candidate => !ReferenceEquals(candidate, best))
            .Select(candidate => new Rejection(Finding.Given(Beneficiaries, candidate.Count, candidate.Name), "{s}: {v}, fewer, or as many and a lower score"));
        return (best, Finding.Choice(Assigned, best.Name, Finding.Given(Score, best.HvbpScore, best.Name), [Finding.Given(Beneficiaries, best.Count, best.Name)], [.. others]));
    }

    private static int Compare(FacilityCandidate left, FacilityCandidate right)
    {
        var byCount = left.Count.CompareTo(right.Count);
        return byCount != 0 ? byCount
            : left.HvbpScore != right.HvbpScore ? left.HvbpScore.CompareTo(right.HvbpScore)
            : string.CompareOrdinal(right.Name, left.Name);
    }
}
