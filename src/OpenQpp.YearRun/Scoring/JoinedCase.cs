using System.Globalization;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Several lines about one unit, joined into one case; each place of it is known by file and line.</summary>
/// <param name="unit">The unit.</param>
internal sealed class JoinedCase(UnitKey unit)
{
    private const string SetsPath = "$.measurementSets[";
    private const string GivenByCms = "This part comes from CMS alone (computed.ndjson or eligibility) and was not taken from here. Leave it out.";

    private readonly List<(CaseLine Line, string Root)> lines = [];
    private readonly List<(int Line, int Index)> places = [];
    private readonly List<MeasurementSet> sets = [];
    private Submission? first;
    private CahpsRegistration? cahps;
    private RegisteredMvp? registeredMvp;
    private ActivityParticipation[]? activityParticipation;
    private string? cehrtEdition;
    private bool? fullParticipation;

    /// <summary>What was found.</summary>
    public List<RunProblem> Problems { get; } = [];

    /// <summary>A line was rejected, and with it the unit.</summary>
    public bool IsRejected { get; private set; }

    /// <summary>Sets that CMS computed.</summary>
    public MeasurementSet[] ComputedSets => [.. sets.Where(set => set.SubmissionMethod == SubmissionMethod.AdministrativeClaims)];

    /// <summary>Categories that CMS reweighted.</summary>
    public ReweightedCategory[]? Reweighted { get; private set; }

    /// <summary>Risk indicators of the patients.</summary>
    public ComplexPatient? ComplexPatient { get; private set; }

    private PriorYear? PriorYear { get; set; }

    private Facility? Facility { get; set; }

    private decimal? QualityPercent { get; set; }

    /// <summary>Reads the lines.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="given">Its lines.</param>
    /// <param name="year">The performance year of the run.</param>
    /// <param name="derived">What follows from eligibility.</param>
    public static JoinedCase Read(UnitKey unit, IReadOnlyList<CaseLine> given, int year, DerivedProfile derived)
    {
        var joined = new JoinedCase(unit);
        joined.lines.Capacity = given.Count;
        for (var place = 0; place < given.Count; place++)
        {
            joined.Add(given[place], year, derived);
        }

        return joined;
    }

    /// <summary>The case, with what follows from eligibility.</summary>
    /// <param name="derived">What follows from eligibility.</param>
    /// <param name="reference">Figures of the population.</param>
    /// <param name="year">The performance year.</param>
    public Submission Case(DerivedProfile derived, ReferenceFigures reference, int year) => new()
    {
        EntityType = unit.Level,
        EntityId = unit.Level is ParticipationOption.Individual or ParticipationOption.Group ? first?.EntityId : unit.Id,
        TaxpayerIdentificationNumber = unit.Tin.Length > 0 ? unit.Tin : first?.TaxpayerIdentificationNumber,
        NationalProviderIdentifier = unit.Level == ParticipationOption.Individual ? unit.Id : null,
        PerformanceYear = year,
        MeasurementSets = [.. sets],
        Profile = new()
        {
            ClinicianTypes = derived.Types,
            EligibleClinicians = derived.EligibleClinicians,
            SpecialStatuses = derived.Statuses,
            ApmParticipation = derived.ApmParticipation,
            AutomaticExtremeCircumstances = derived.AutomaticExtremeCircumstances,
            Reweighted = Reweighted ?? [],
            ComplexPatient = WithReference(ComplexPatient, reference, unit.Level),
            PriorYear = PriorYear,
            Facility = Facility is { } known ? reference.Filled(known) : null,
            QualityFullParticipation = fullParticipation,
            Cahps = cahps,
            CehrtEdition = cehrtEdition,
            ActivityParticipation = activityParticipation,
            RegisteredMvp = registeredMvp,
            AffiliatedGroup = derived.AffiliatedGroup,
            ApmEntity = derived.ApmEntity is { } entity ? entity with { QualityPercent = QualityPercent } : null,
        },
    };

    /// <summary>Risk indicators with the figures of the population, where they bring none themselves.</summary>
    /// <param name="patients">The indicators.</param>
    /// <param name="reference">Figures of the population.</param>
    /// <param name="level">The level.</param>
    public static ComplexPatient? WithReference(ComplexPatient? patients, ReferenceFigures reference, ParticipationOption level) =>
        patients is { Reference: null } ? patients with { Reference = reference.Risk(level) } : patients;

    /// <summary>A problem of the joined case, told at the line and the place where it stands in the input.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="consequence">What it did.</param>
    public void Tell(Problem problem, Consequence consequence)
    {
        IsRejected |= consequence == Consequence.Rejected;
        if (lines.Count == 0)
        {
            Problems.Add(new(consequence, problem.Code, InputTable.Clinicians, 0, problem.Path, unit, problem.Message));
            return;
        }

        var (line, path) = (lines[0], problem.Path);
        if (path.StartsWith(SetsPath, StringComparison.Ordinal) && int.TryParse(path.AsSpan(SetsPath.Length, path.IndexOf(']', StringComparison.Ordinal) - SetsPath.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var set))
        {
            line = lines[places[set].Line];
            path = string.Create(CultureInfo.InvariantCulture, $"{SetsPath}{places[set].Index}{path[path.IndexOf(']', StringComparison.Ordinal)..]}");
        }

        path = path.StartsWith('$') ? line.Root + path[1..] : path;
        Problems.Add(new(consequence, problem.Code, line.Line.Table, line.Line.Number, path, unit, problem.Message));
    }

    private void Add(CaseLine line, int year, DerivedProfile derived)
    {
        var found = new ProblemList();
        if (CaseReader.Read(line.Bytes.Span, found) is { } submission && found.IsEmpty)
        {
            Take(line, submission, year, derived, found);
            return;
        }

        Tell(line, Consequence.Rejected, found.Found);
    }

    private void Take(CaseLine line, Submission submission, int year, DerivedProfile derived, ProblemList found)
    {
        if (submission.PerformanceYear != year)
        {
            found.Add(ProblemCode.UNSUPPORTED_YEAR, $"{submission.Root}.performanceYear", $"The run is of performance year {year}. Send the case to the run of its year.");
        }

        if (UnitKey.Of(submission) is var named && named != unit && named with { Tin = unit.Tin } is var withTin && (withTin != unit || named.Tin.Length > 0))
        {
            found.Add(ProblemCode.CONFLICTING_ANSWERS, submission.Root, "The identifiers stand twice in the line, and differ. Keep one of each.");
        }

        if (!found.IsEmpty)
        {
            Tell(line, Consequence.Rejected, found.Found);
            return;
        }

        first ??= submission;
        lines.Add((line, submission.Root));
        var isComputed = line.Table == InputTable.Computed;
        foreach (var set in submission.MeasurementSets)
        {
            if ((set.SubmissionMethod == SubmissionMethod.AdministrativeClaims) == isComputed)
            {
                places.Add((lines.Count - 1, set.Index));
                sets.Add(Moved(set, submission.ProgramName));
            }
            else
            {
                found.Add(ProblemCode.NOT_FROM_HERE, $"{submission.Root}.measurementSets[{set.Index}]", isComputed ? "Here stands what CMS computed from claims; other sets are submitted. Move the set to submissions.ndjson." : GivenByCms);
            }
        }

        if (isComputed)
        {
            TakeComputed(submission, found);
        }
        else
        {
            TakeSubmitted(submission, derived, found);
        }

        Tell(line, Consequence.Note, found.Found);
    }

    private MeasurementSet Moved(MeasurementSet set, string? program) => set.Index == sets.Count && (set.ProgramName is not null || program is null) ? set : new()
    {
        Index = sets.Count,
        Category = set.Category,
        SubmissionMethod = set.SubmissionMethod,
        ProgramName = set.ProgramName ?? program,
        CehrtId = set.CehrtId,
        PerformanceStart = set.PerformanceStart,
        PerformanceEnd = set.PerformanceEnd,
        Measurements = set.Measurements,
    };

    private void TakeComputed(Submission submission, ProblemList found)
    {
        var profile = submission.Profile;
        Reweighted = profile.Reweighted is { } more ? [.. Reweighted ?? [], .. more] : Reweighted;
        ComplexPatient = profile.ComplexPatient ?? ComplexPatient;
        PriorYear = profile.PriorYear ?? PriorYear;
        Facility = profile.Facility ?? Facility;
        QualityPercent = profile.ApmEntity?.QualityPercent ?? QualityPercent;
        if (profile is not
            {
                ClinicianTypes: null, EligibleClinicians: null, SpecialStatuses: null, ApmParticipation: null, AutomaticExtremeCircumstances: null, QualityFullParticipation: null,
                Cahps: null, CehrtEdition: null, ActivityParticipation: null, RegisteredMvp: null, AffiliatedGroup: null, ApmEntity: null or { Model: null, PiParticipants: null },
            })
        {
            found.Add(ProblemCode.NOT_FROM_HERE, $"{submission.Root}.profile", "Of a profile, complexPatient, priorYear, facility, reweighted and apmEntity.qualityPercent are taken from here. Leave the rest out.");
        }
    }

    private void TakeSubmitted(Submission submission, DerivedProfile derived, ProblemList found)
    {
        var profile = submission.Profile;
        cahps = profile.Cahps ?? cahps;
        registeredMvp = profile.RegisteredMvp ?? registeredMvp;
        activityParticipation = profile.ActivityParticipation ?? activityParticipation;
        cehrtEdition = profile.CehrtEdition ?? cehrtEdition;
        fullParticipation = profile.QualityFullParticipation ?? fullParticipation;
        void Compare(bool differs, string field)
        {
            if (differs)
            {
                found.Add(ProblemCode.DERIVED_VALUE_DIFFERS, $"{submission.Root}.profile.{field}", "The value differs from the one that follows from eligibility, which was used. Leave it out, or correct the facts of eligibility.");
            }
        }

        Compare(profile.SpecialStatuses is { } statuses && statuses != derived.Statuses, "specialStatuses");
        Compare(profile.ClinicianTypes is { } types && !types.ToHashSet(StringComparer.Ordinal).SetEquals(derived.Types), "clinicianTypes");
        Compare(profile.EligibleClinicians is { } number && derived.EligibleClinicians is { } known && number != known, "eligibleClinicians");
        Compare(profile.ApmParticipation is { } apm && apm != derived.ApmParticipation, "apmParticipation");
        Compare(profile.AutomaticExtremeCircumstances is { } automatic && automatic != (derived.AutomaticExtremeCircumstances ?? false), "automaticExtremeCircumstances");
        foreach (var (part, field) in (ReadOnlySpan<(object?, string)>)[(profile.Reweighted, "reweighted"), (profile.ComplexPatient, "complexPatient"), (profile.PriorYear, "priorYear"), (profile.Facility, "facility"), (profile.AffiliatedGroup, "affiliatedGroup"), (profile.ApmEntity, "apmEntity")])
        {
            if (part is not null)
            {
                found.Add(ProblemCode.NOT_FROM_HERE, $"{submission.Root}.profile.{field}", GivenByCms);
            }
        }
    }

    private void Tell(CaseLine line, Consequence consequence, IReadOnlyList<Problem> found)
    {
        IsRejected |= consequence == Consequence.Rejected;
        foreach (var problem in found)
        {
            Problems.Add(new(consequence, problem.Code, line.Table, line.Number, problem.Path, unit, problem.Message));
        }
    }
}
