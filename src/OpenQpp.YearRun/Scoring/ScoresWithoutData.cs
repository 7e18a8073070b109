using System.Collections.Concurrent;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>
/// The scores of clinicians about whom there is no line, under one law. Those of a profile are the same in every part, so each
/// is worked out once. Used by all threads.
/// </summary>
internal sealed class ScoresWithoutData
{
    private readonly ConcurrentDictionary<(SpecialStatus, string, bool, bool), ScoredUnit> known = [];

    /// <summary>The score of a profile; null where it is not known yet.</summary>
    /// <param name="derived">The profile of a clinician.</param>
    public ScoredUnit? Find(DerivedProfile derived) => known.GetValueOrDefault(KeyOf(derived));

    /// <summary>Keeps the score of a profile; gives the one that is kept.</summary>
    /// <param name="derived">The profile of a clinician.</param>
    /// <param name="scored">Its score.</param>
    public ScoredUnit Add(DerivedProfile derived, ScoredUnit scored) => known.GetOrAdd(KeyOf(derived), scored);

    private static (SpecialStatus, string, bool, bool) KeyOf(DerivedProfile derived) =>
        (derived.Statuses, derived.Types is [var type, ..] ? type : "", derived.ApmParticipation, derived.AutomaticExtremeCircumstances ?? false);
}
