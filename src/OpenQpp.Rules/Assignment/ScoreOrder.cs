using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// The order of final scores that compete: the highest first. No text says which of equal scores is named; a fixed order
/// makes every run name the same one: APM Entity, group, subgroup, individual; facility-based before others; traditional,
/// pathway, APM Performance Pathway, APM scoring standard; then the names.
/// </summary>
internal sealed class ScoreOrder : IComparer<CompetingScore>
{
    public static ScoreOrder HighestFirst { get; } = new();

    /// <summary>Below 0 where the first one comes first.</summary>
    public int Compare(CompetingScore? x, CompetingScore? y)
    {
        if (x is null || y is null)
        {
            return (x is null).CompareTo(y is null);
        }

        ReadOnlySpan<int> differences =
        [
            (y.FinalScore ?? decimal.MinusOne).CompareTo(x.FinalScore ?? decimal.MinusOne),
            Rank(x.Level).CompareTo(Rank(y.Level)),
            y.FacilityBased.CompareTo(x.FacilityBased),
            Rank(x.Option).CompareTo(Rank(y.Option)),
            string.CompareOrdinal(x.MvpId, y.MvpId),
            string.CompareOrdinal(x.Program, y.Program),
            string.CompareOrdinal(x.EntityId, y.EntityId),
            x.Ordinal.CompareTo(y.Ordinal),
        ];
        foreach (var difference in differences)
        {
            if (difference != 0)
            {
                return difference;
            }
        }

        return 0;
    }

    private static int Rank(ParticipationOption level) => level switch
    {
        ParticipationOption.VirtualGroup => 0,
        ParticipationOption.ApmEntity => 1,
        ParticipationOption.Group => 2,
        ParticipationOption.Subgroup => 3,
        _ => 4,
    };

    private static int Rank(ReportingOption option) => option switch
    {
        ReportingOption.Traditional => 0,
        ReportingOption.Mvp => 1,
        ReportingOption.App => 2,
        _ => 3,
    };
}
