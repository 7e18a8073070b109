using System.Runtime.InteropServices;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>
/// Eligibility of everybody in a part, and the scores of its groups, subgroups and individuals. A result is written for a
/// unit about which there is a line, and for a clinician whose own score is the only one there can be.
/// </summary>
/// <param name="setup">The run.</param>
/// <param name="input">The input of the part.</param>
/// <param name="nation">What the parts share.</param>
/// <param name="law">The law.</param>
internal sealed class PartScoring(RunSetup setup, PartInput input, NationFacts nation, YearLaw law)
{
    private static readonly List<CaseLine> None = [];
    private static readonly ReportedLevels Everybody = new(true, true, true);
    private static readonly ReportedLevels Nobody = new(false, false, false);

    private readonly UnitScoring scoring = new(setup, law, nation.WithoutData);
    private readonly PartResults results = new();
    private readonly HashSet<UnitKey> known = [];
    private readonly Dictionary<ScoredUnit, int> sharedPlaces = new(ReferenceEqualityComparer.Instance);
    private readonly YearEligibility eligibility = new(input.Facts, law, nation: nation.Eligibility);
    private readonly PartCharges charges = new(input.Charges);

    /// <summary>Takes the answers of eligibility; null where nobody wants them.</summary>
    public Stream? Answers { get; init; }

    /// <summary>Scores the part and writes its results.</summary>
    /// <param name="groups">Takes results of groups.</param>
    /// <param name="individuals">Takes results of individuals.</param>
    /// <param name="subgroups">Takes results of subgroups.</param>
    /// <param name="progress">Takes how many clinicians are done.</param>
    public PartResults Run(Stream groups, Stream individuals, Stream subgroups, Progress progress)
    {
        var clinicians = input.Facts.Clinicians;
        var place = 0;
        while (place < clinicians.Count)
        {
            var (first, tin) = (place, clinicians[place].Tin);
            var answers = new List<EligibilityAnswer>();
            for (; place < clinicians.Count && string.Equals(clinicians[place].Tin, tin, StringComparison.Ordinal); place++)
            {
                if (place == first || !string.Equals(clinicians[place].Npi, clinicians[place - 1].Npi, StringComparison.Ordinal))
                {
                    answers.Add(eligibility.Answer(clinicians[place]));
                    AnswerLine.Write(Answers, answers[^1], law);
                }
            }

            Practice(tin, answers, groups, individuals, subgroups);
            eligibility.Forget(tin);
            progress.Add(answers.Count);
        }

        AddMovers();
        TellUnknown();
        foreach (var (level, count) in scoring.WithoutReference)
        {
            results.WithoutReference.Add(level, count);
        }

        return results;
    }

    private void Practice(string tin, List<EligibilityAnswer> answers, Stream groups, Stream individuals, Stream subgroups)
    {
        var unit = new UnitKey(ParticipationOption.Group, tin, "");
        var (practice, lines) = (answers[0].Practice, LinesOf(unit));
        JoinedCase? joined = null;
        ScoredUnit? group = null;
        var groupPlace = -1;
        if (lines.Count > 0)
        {
            var derived = DerivedProfile.Of(answers, law);
            joined = JoinedCase.Read(unit, lines, law.Year.Year, derived);
            group = scoring.Score(unit, lines, derived, joined, results.Problems);
            groupPlace = Keep(unit, group, groups);
        }

        results.Problems.AddRange(practice.Level.Election.Refused.Select(RunProblem.Of));
        var subgroupPlaces = answers.Exists(answer => answer.SubgroupId is not null) ? Subgroups(tin, answers, joined, subgroups) : [];
        var size = (int)Math.Min(DerivedProfile.SizeOf(practice, answers.Count), int.MaxValue);
        foreach (var answer in answers)
        {
            var subgroup = answer.SubgroupId is { } id && subgroupPlaces.TryGetValue(id, out var found) ? found : -1;
            Clinician(answer, size, group, groupPlace, subgroup, individuals);
        }
    }

    /// <summary>The subgroups of a TIN. Statuses and what CMS computed are those of the group.</summary>
    private Dictionary<string, int> Subgroups(string tin, List<EligibilityAnswer> answers, JoinedCase? group, Stream to)
    {
        var ofGroup = DerivedProfile.Of(answers, law);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in answers.Select(answer => answer.SubgroupId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var unit = new UnitKey(ParticipationOption.Subgroup, tin, id);
            var lines = LinesOf(unit);
            if (lines.Count == 0)
            {
                continue;
            }

            var affiliated = group is null || group.IsRejected ? null
                : new AffiliatedGroup(group.ComputedSets, group.Reweighted ?? [], JoinedCase.WithReference(group.ComplexPatient, setup.Reference, ParticipationOption.Group));
            places.Add(id, Keep(unit, scoring.Score(unit, lines, ofGroup with { AffiliatedGroup = affiliated }, results.Problems), to));
        }

        return places;
    }

    private void Clinician(EligibilityAnswer answer, int practiceSize, ScoredUnit? group, int groupPlace, int subgroupPlace, Stream to)
    {
        var (tin, npi) = (answer.Clinician.Tin, answer.Clinician.Npi);
        var (ifNot, ifReported) = StandingsOf(answer);
        var entities = EntitiesOf(answer);
        results.Problems.AddRange(answer.Standing.Individual.Election.Refused.Select(RunProblem.Of));
        var unit = new UnitKey(ParticipationOption.Individual, tin, npi);
        var lines = LinesOf(unit);
        var competes = ifReported.Has(ParticipationOption.Individual);
        var individualPlace = -1;
        ScoredUnit? own = null;
        if (lines.Count > 0)
        {
            own = scoring.Score(unit, lines, DerivedProfile.Of(answer, law), results.Problems);
            individualPlace = Keep(unit, own, to);
        }
        else if (competes || entities.Length > 0)
        {
            own = scoring.WithoutData(DerivedProfile.Of(answer, law));
            individualPlace = competes ? PlaceOf(own) : -1;
            if (competes && groupPlace < 0 && subgroupPlace < 0 && entities.Length == 0 && answer.Standing.VirtualGroup is null)
            {
                UnitScoring.Write(to, unit, own.Result.Span);
            }
        }

        foreach (var listing in entities)
        {
            AddToEntity(listing, answer, own, group);
        }

        if (!IsPair(tin, npi))
        {
            return;
        }

        results.Clinicians.Add(new(tin, npi)
        {
            IsOfYear = true,
            IsRejected = IsRejected(tin, npi, entities),
            IsQp = answer.Qp.IsQp.Flag,
            IfNotReported = ifNot,
            IfReported = ifReported,
            Scores = new(individualPlace, groupPlace, subgroupPlace),
            VirtualGroup = answer.Standing.VirtualGroup is null ? "" : answer.VirtualGroup!.Id,
            Entities = Array.ConvertAll(entities, listing => listing.EntityId),
            Charges = charges.Take(tin, npi),
            State = answer.Practice.Facts?.State ?? "",
            PracticeSize = practiceSize,
        });
    }

    private static ApmListing[] EntitiesOf(EligibilityAnswer answer) => answer.Apm switch
    {
        [] => [],
        [var only] => only.IsMember ? [only.Listing] : [],
        var several => [.. several.Where(membership => membership.IsMember).Select(membership => membership.Listing).DistinctBy(listing => listing.EntityId, StringComparer.Ordinal)],
    };

    private bool IsRejected(string tin, string npi, ApmListing[] entities) =>
        input.Rejected.Contains((tin, npi)) || input.Rejected.Contains((tin, "")) || nation.Input.Rejected.Contains((tin, ""))
        || Array.Exists(entities, listing => nation.Input.RejectedEntities.Contains(listing.EntityId));

    /// <summary>What a clinician is where nobody reported, and where one of the levels did on which it depends.</summary>
    private (StandingRow IfNot, StandingRow IfReported) StandingsOf(EligibilityAnswer answer)
    {
        if (answer.Status.Condition is null)
        {
            var certain = StandingRow.Of(answer.Status);
            return (certain, certain);
        }

        StandingRow With(ReportedLevels reported) => StandingRow.Of(MipsStatus.For(answer.Standing with { Reported = reported }, law));
        return (With(Nobody), With(Everybody));
    }

    /// <summary>414.1317(b)(1): the clinicians of the Entity who are MIPS eligible; excepted are those whose own category is reweighted and for whom nobody sent it.</summary>
    private void AddToEntity(ApmListing listing, EligibilityAnswer answer, ScoredUnit? own, ScoredUnit? group)
    {
        var standing = answer.Standing;
        var isEligible = standing.Exclusion.Word is null && (law.Eligibility.ApmEntityIsJudgedAlone.Flag || standing.Individual.IsEligible || standing.Group.IsEligible);
        if (!results.Entities.TryGetValue(listing.EntityId, out var members))
        {
            results.Entities.Add(listing.EntityId, members = new());
        }

        members.Add(listing.Model ?? "");
        if (isEligible)
        {
            members.Clinicians++;
            if (DerivedProfile.IsEligible(answer.Clinician.ClinicianType, law))
            {
                members.Types.Add(answer.Clinician.ClinicianType);
            }

            var row = new RollUpRow(
                listing.EntityId,
                listing.Tin,
                own?.PiPoints,
                group?.PiPoints,
                own is { PiIsReweighted: true, PiPoints: null } && group?.PiPoints is null,
                (own?.ReportedPublicHealth ?? false) || (group?.ReportedPublicHealth ?? false));
            CollectionsMarshal.GetValueRefOrAddDefault(results.RollUp, row, out _)++;
        }
    }

    private List<CaseLine> LinesOf(UnitKey unit)
    {
        if (input.Units.TryGetValue(unit, out var lines))
        {
            known.Add(unit);
        }

        if (unit.Level == ParticipationOption.Subgroup && input.Units.TryGetValue(unit with { Tin = "" }, out var withoutTin))
        {
            known.Add(unit with { Tin = "" });
            lines = [.. lines ?? [], .. withoutTin];
        }

        return lines ?? None;
    }

    private int Keep(UnitKey unit, ScoredUnit scored, Stream to)
    {
        if (scored.Result.Length > 0)
        {
            UnitScoring.Write(to, unit, scored.Result.Span);
        }

        results.Pathways.AddRange(scored.Pathways);

        results.Scores.Add(scored.Score);
        return results.Scores.Count - 1;
    }

    /// <summary>The place of a score that many clinicians without data share.</summary>
    private int PlaceOf(ScoredUnit shared)
    {
        if (!sharedPlaces.TryGetValue(shared, out var place))
        {
            place = results.Scores.Count;
            results.Scores.Add(shared.Score);
            sharedPlaces.Add(shared, place);
        }

        return place;
    }

    /// <summary>Pairs of charges.csv that did not bill in the performance year.</summary>
    private void AddMovers()
    {
        static (string Tin, string Npi) KeyOf(ClinicianRow clinician) => (clinician.Tin, clinician.Npi);
        results.Clinicians.SortByTinAndNpi(KeyOf);
        results.Clinicians.InsertByTinAndNpi(charges.Others.Select(Mover), KeyOf);
    }

    private ClinicianRow Mover((string Tin, string Npi, decimal Dollars) charge)
    {
        var practice = eligibility.Practice(charge.Tin);
        return new(charge.Tin, charge.Npi)
        {
            IsRejected = input.Rejected.Contains((charge.Tin, charge.Npi)),
            Charges = charge.Dollars,
            State = practice.Facts?.State ?? "",
            PracticeSize = (int)Math.Min(DerivedProfile.SizeOf(practice, 1), int.MaxValue),
        };
    }

    /// <summary>Lines about somebody of whom eligibility knows nothing.</summary>
    private void TellUnknown()
    {
        foreach (var (unit, lines) in input.Units.Where(unit => !known.Contains(unit.Key)))
        {
            foreach (var line in lines)
            {
                results.Problems.Add(new(Consequence.Rejected, ProblemCode.UNKNOWN_PARTICIPANT, line.Table, line.Number, "$", unit, "Nobody in clinicians.csv or subgroups.csv has these identifiers. Add the participant, or correct the identifiers."));
            }
        }
    }

    private static bool IsPair(string tin, string npi) => Tin.HasForm(tin) && Npi.HasForm(npi);
}
