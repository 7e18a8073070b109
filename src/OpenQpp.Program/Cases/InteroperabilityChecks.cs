using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks answers of a Promoting Interoperability set that exclude each other (2019 on).</summary>
internal sealed class InteroperabilityChecks(MeasurementSet set, Place place, YearLaw law, ProblemList problems)
{
    private readonly InteroperabilityCatalogue catalogue = law.Catalogue.Interoperability;
    private readonly InteroperabilityAnswers answers =
        new(set.SubmissionMethod, set.CehrtId, set.PerformanceStart, set.PerformanceEnd, set.Measurements, law.Catalogue.Interoperability);

    private HashSet<(int, int)>? told;

    public void Check()
    {
        if (!law.PromotingInteroperability.ExclusionConflicts.Flag)
        {
            return;
        }

        var checksSubstitutes = law.PromotingInteroperability.SubstituteConflicts.Flag;
        foreach (var measurement in set.Measurements)
        {
            if (catalogue.Find(measurement.MeasureId) is not { } measure)
            {
                continue;
            }

            if (FirstClaimed(measure.Exclusions) is { } exclusion)
            {
                problems.Add(ProblemCode.CONFLICTING_ANSWERS, PathOf(exclusion), $"{exclusion.Id} excludes {measure.Id}, which is reported too. Remove one of them.");
            }

            if (checksSubstitutes && IsClaimed(measure))
            {
                TellConflicts(measure, measure.Substitutes);
                if (measure.Role == InteroperabilityRole.SingleExchange)
                {
                    TellReferralExclusions(measure);
                }
            }
        }

        CheckExclusions(checksSubstitutes);
    }

    /// <summary>A 'no' to a yes/no measure claims nothing and can stand beside anything; counts always claim something.</summary>
    private bool IsClaimed(InteroperabilityMeasure measure) => answers[measure] is { } value && (value.Answer ?? true);

    private void TellConflicts(InteroperabilityMeasure measure, InteroperabilityMeasure[] others)
    {
        foreach (var other in others)
        {
            if (IsClaimed(other) && (told ??= []).Add((Math.Min(measure.Ordinal, other.Ordinal), Math.Max(measure.Ordinal, other.Ordinal))))
            {
                var (first, second) = measure.Ordinal < other.Ordinal ? (measure, other) : (other, measure);
                problems.Add(ProblemCode.CONFLICTING_ANSWERS, PathOf(second), $"{first.Id} and {second.Id} stand for each other and cannot both be reported. Remove one of them.");
            }
        }
    }

    /// <summary>One measure for the whole exchange objective leaves nothing to exclude.</summary>
    private void TellReferralExclusions(InteroperabilityMeasure single)
    {
        foreach (var role in (ReadOnlySpan<InteroperabilityRole>)[InteroperabilityRole.Sending, InteroperabilityRole.Receiving])
        {
            foreach (var loop in catalogue.Of(role))
            {
                TellConflicts(single, loop.Exclusions);
            }
        }
    }

    /// <summary>Two exclusions of one measure. Those that are substitutes of each other have been told already.</summary>
    private void CheckExclusions(bool substitutesAreTold)
    {
        foreach (var measure in catalogue.All)
        {
            InteroperabilityMeasure? first = null;
            foreach (var exclusion in measure.Exclusions)
            {
                if (!answers.IsYes(exclusion) || (substitutesAreTold && exclusion.Substitutes.Length > 0))
                {
                    continue;
                }

                if (first is not null)
                {
                    problems.Add(ProblemCode.CONFLICTING_ANSWERS, PathOf(exclusion), $"{first.Id} and {exclusion.Id} both exclude {measure.Id}. Keep one.");
                    break;
                }

                first = exclusion;
            }
        }
    }

    private InteroperabilityMeasure? FirstClaimed(InteroperabilityMeasure[] exclusions)
    {
        foreach (var exclusion in exclusions)
        {
            if (answers.IsYes(exclusion))
            {
                return exclusion;
            }
        }

        return null;
    }

    private string PathOf(InteroperabilityMeasure measure) =>
        place.Of(Array.Find(set.Measurements, one => string.Equals(one.MeasureId, measure.Id, StringComparison.Ordinal))!).ToString();
}
