using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The part of a profile that follows from eligibility and is never taken from a submission.</summary>
/// <param name="Statuses">Special statuses.</param>
/// <param name="Types">Clinician types that are MIPS eligible in the year.</param>
internal sealed record DerivedProfile(SpecialStatus Statuses, string[] Types)
{
    /// <summary>Eligible clinicians; null for an individual.</summary>
    public long? EligibleClinicians { get; init; }

    /// <summary>Takes part in an APM, or has clinicians who do.</summary>
    public bool ApmParticipation { get; init; }

    /// <summary>An individual under the automatic policy for extreme circumstances; null for all others.</summary>
    public bool? AutomaticExtremeCircumstances { get; init; }

    /// <summary>What a subgroup takes from its group.</summary>
    public AffiliatedGroup? AffiliatedGroup { get; init; }

    /// <summary>What is known of an APM Entity: its model and the roll-up of Promoting Interoperability.</summary>
    public ApmEntityFacts? ApmEntity { get; init; }

    /// <summary>The profile of a clinician.</summary>
    /// <param name="answer">What eligibility says.</param>
    /// <param name="law">The law of the year.</param>
    public static DerivedProfile Of(EligibilityAnswer answer, YearLaw law) =>
        new(answer.SpecialStatuses, IsEligible(answer.Clinician.ClinicianType, law) ? [answer.Clinician.ClinicianType] : [])
        {
            ApmParticipation = answer.ParticipatesInApm,
            AutomaticExtremeCircumstances = answer.AutomaticExtremeCircumstances.Flag,
        };

    /// <summary>The profile of a group: its MIPS eligible clinicians are those whom nothing but low volume could exclude.</summary>
    /// <param name="answers">What eligibility says of every clinician of the TIN.</param>
    /// <param name="law">The law of the year.</param>
    public static DerivedProfile Of(List<EligibilityAnswer> answers, YearLaw law)
    {
        var practice = answers[0].Practice;
        return new(practice.SpecialStatuses, TypesOf(answers.Where(answer => answer.Standing.Exclusion.Word is null).Select(answer => answer.Clinician.ClinicianType), law))
        {
            EligibleClinicians = SizeOf(practice, answers.Count),
            ApmParticipation = answers.Exists(answer => answer.ParticipatesInApm),
        };
    }

    /// <summary>The clinicians of a practice: the larger of both segments, or as many as billed in the year where no segment has any.</summary>
    /// <param name="practice">The practice.</param>
    /// <param name="billed">Clinicians who billed in the year.</param>
    public static long SizeOf(PracticeEligibility practice, long billed) =>
        (practice.SizeIn(1), practice.SizeIn(2)) switch
        {
            (0, 0) => Math.Max(billed, 1),
            var (first, second) => Math.Max(first, second),
        };

    /// <summary>Whether a clinician type is MIPS eligible in the year.</summary>
    /// <param name="type">The clinician type.</param>
    /// <param name="law">The law of the year.</param>
    public static bool IsEligible(string type, YearLaw law) => law.Reweighting.ClinicianType(type) is { Eligible: true };

    /// <summary>The types among words that are MIPS eligible in the year, each once.</summary>
    /// <param name="words">Clinician types.</param>
    /// <param name="law">The law of the year.</param>
    public static string[] TypesOf(IEnumerable<string> words, YearLaw law)
    {
        // A practice has few types: looking through them is quicker than a set.
        var types = new List<string>();
        foreach (var word in words)
        {
            if (!types.Contains(word) && IsEligible(word, law))
            {
                types.Add(word);
            }
        }

        types.Sort(StringComparer.Ordinal);
        return [.. types];
    }
}
