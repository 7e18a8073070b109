using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Why a score of some level counts, in a sentence.</summary>
public static class NotesOnSources
{
    /// <summary>The sentence.</summary>
    /// <param name="level">The level of the score.</param>
    public static string Of(ParticipationOption level) => level switch
    {
        ParticipationOption.VirtualGroup => "The score of a virtual group counts before any other.",
        ParticipationOption.ApmEntity => "The score of the APM Entity counts unless another score of the clinician is higher.",
        ParticipationOption.Group => "Where a clinician has several scores under one TIN, the highest counts.",
        ParticipationOption.Subgroup => "The highest of the scores of the clinician under this TIN counts.",
        _ => "The highest score of the clinician under this TIN counts.",
    };
}
