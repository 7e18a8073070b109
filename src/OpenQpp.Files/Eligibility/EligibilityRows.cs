using System.Runtime.InteropServices;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads the rows of a year's input into facts, whatever they come from.</summary>
/// <param name="book">The law, for the words that it knows.</param>
/// <param name="facts">Takes the facts.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="allowSynthetic">A wrong check digit in an NPI is accepted.</param>
internal sealed class EligibilityRows(LawBook book, EligibilityFacts facts, ProblemList problems, bool allowSynthetic)
{
    private const string OtherType = "other";
    private const int DigitsOfZip = 5;

    private readonly MembershipRows memberships = new(facts, allowSynthetic);
    private readonly HashSet<string> types = [.. book.Of(book.Years[0]).Reweighting.ClinicianTypes.Select(type => type.Name), OtherType];
    private readonly HashSet<(string, string)> clinicians = [];
    private readonly HashSet<string> practices = new(StringComparer.Ordinal);
    private readonly Dictionary<UnitId, long> segmentsOf = [];

    /// <summary>The files, in the order in which they are read.</summary>
    public static IReadOnlyList<TableColumns> Tables { get; } =
    [
        new(
            "clinicians.csv", "clinicians", "tin", "npi", "clinician_type", "first_enrolled", "earlier_claims", "qp_status", "partial_qp_elected", "first_claim", "practice_zip",
            "automatic_extreme_circumstances", "medicare_payment_percent", "medicare_patient_percent", "all_payer_payment_percent", "all_payer_patient_percent"),
        new("practices.csv", "practices", "tin", "name", "formed", "state", "zip"),
        new(
            "volumes.csv", "volumes", "level", "tin", "npi", "entity_id", "segment", "allowed_charges", "beneficiaries", "services", "patient_facing_encounters",
            "pos19", "pos21", "pos22", "pos23", "pos24", "rural", "hpsa", "facility_assignable", "clinicians", "special_statuses"),
        new("elections.csv", "elections", "level", "tin", "npi", "entity_id", "choice", "at"),
        MembershipRows.Apm,
        MembershipRows.VirtualGroups,
        MembershipRows.Subgroups,
    ];

    /// <summary>Whether more problems were found than are told: reading can stop.</summary>
    public bool IsHopeless => problems.Found.Count > ProblemList.Most;

    /// <summary>Takes a row of a table.</summary>
    /// <param name="table">Place of the table in <see cref="Tables"/>.</param>
    /// <param name="row">The row.</param>
    public void Take(int table, TableRow row)
    {
        switch (table)
        {
            case 0: Clinician(row); break;
            case 1: Practice(row); break;
            case 2: Volume(row); break;
            case 3: Election(row); break;
            case 4: memberships.TakeApm(row); break;
            case 5: memberships.TakeVirtualGroup(row); break;
            default: memberships.TakeSubgroup(row); break;
        }
    }

    private void Clinician(TableRow row)
    {
        var (tin, npi, type) = (row.Tin(0), row.Npi(1, allowSynthetic), row.Required(2));
        if (type.Length > 0 && !types.Contains(type))
        {
            row.Problem(ProblemCode.UNKNOWN_WORD, 2, $"'{ShownText.Of(type)}' is not one of the words that may stand here: {string.Join(", ", types)}.");
        }

        if (!clinicians.Add((tin, npi)) && tin.Length > 0 && npi.Length > 0)
        {
            row.Problem(ProblemCode.DUPLICATE_ROW, 1, "The TIN/NPI stands twice. Keep one row.");
        }

        var scores = (row.Number(10, 100m), row.Number(11, 100m), row.Number(12, 100m), row.Number(13, 100m));
        facts.Clinicians.Add(new(tin, npi, type)
        {
            FirstEnrolled = row.Date(3),
            EarlierClaims = row.Flag(4) ?? false,
            QpStatus = row.Word<QpStatus>(5, Qp, "none, qp, partialQp"),
            PartialQpElected = row.Flag(6) ?? false,
            FirstClaim = row.Date(7),
            PracticeZip = Zip(row, 8),
            AutomaticExtremeCircumstances = row.Flag(9),
            QpScores = scores is (null, null, null, null) ? null : new(scores.Item1, scores.Item2, scores.Item3, scores.Item4),
        });
    }

    private void Practice(TableRow row)
    {
        var tin = row.Tin(0);
        if (!practices.Add(tin) && tin.Length > 0)
        {
            row.Problem(ProblemCode.DUPLICATE_ROW, 0, "The TIN stands twice. Keep one row.");
        }

        facts.Practices.Add(new(tin, row[1], row.Date(2), row[3], Zip(row, 4)));
    }

    private void Volume(TableRow row)
    {
        if (Unit(row) is not { } unit)
        {
            return;
        }

        row.Required(4);
        var segment = row.Count(4) ?? 0;
        if (row[4] is not null && segment is not (1 or 2))
        {
            row.Problem(ProblemCode.NUMBER_OUT_OF_RANGE, 4, "A determination period has the segments 1 and 2. Correct it.");
        }

        if (segment is not (1 or 2))
        {
            return;
        }

        ref var segments = ref CollectionsMarshal.GetValueRefOrAddDefault(segmentsOf, unit, out _);
        var before = segments;
        segments |= 1L << (int)segment;
        if (segments == before)
        {
            row.Problem(ProblemCode.DUPLICATE_ROW, 4, "The unit stands twice in the segment. Keep one row.");
        }

        var volume = new Volume(unit, (int)segment)
        {
            AllowedCharges = row.Number(5, CaseLimits.Number) ?? 0m,
            Beneficiaries = row.Count(6) ?? 0,
            Services = row.Count(7) ?? 0,
            PatientFacingEncounters = row.Count(8),
            OffCampusOutpatient = row.Count(9) ?? 0,
            Inpatient = row.Count(10) ?? 0,
            OnCampusOutpatient = row.Count(11) ?? 0,
            EmergencyRoom = row.Count(12) ?? 0,
            AmbulatorySurgicalCenter = row.Count(13) ?? 0,
            Rural = row.Flag(14),
            Hpsa = row.Flag(15),
            FacilityAssignable = row.Flag(16) ?? false,
            Clinicians = row.Count(17),
            GivenStatuses = Statuses(row, 18),
        };
        if (volume.OffCampusOutpatient + volume.Inpatient + volume.OnCampusOutpatient + volume.EmergencyRoom + volume.AmbulatorySurgicalCenter > volume.Services)
        {
            row.Problem(ProblemCode.IMPOSSIBLE_COUNT, 7, "The services by place of service are together more than all services. Correct the counts.");
        }

        facts.Volumes.Add(volume);
    }

    private void Election(TableRow row)
    {
        row.Required(4);
        row.Required(5);
        if (Unit(row) is { } unit && row.Word<ElectionChoice>(4, ElectionChoices.Of, ElectionChoices.Vocabulary) is { } choice && row.Time(5) is { } at)
        {
            facts.Elections.Add(new(unit, choice, at, row.Place));
        }
    }

    /// <summary>The unit that level, TIN, NPI and entity id name, in the first four columns.</summary>
    private UnitId? Unit(TableRow row)
    {
        row.Required(0);
        return row.Word<UnitLevel>(0, UnitLevels.Of, UnitLevels.Vocabulary) switch
        {
            UnitLevel.Individual => UnitId.Individual(row.Tin(1), row.Npi(2, allowSynthetic)),
            UnitLevel.Group => UnitId.Group(row.Tin(1)),
            UnitLevel.ApmEntity => UnitId.ApmEntity(row.Required(3)),
            _ => null,
        };
    }

    private static SpecialStatus Statuses(TableRow row, int column)
    {
        var statuses = SpecialStatus.None;
        foreach (var word in row.List(column))
        {
            if (SpecialStatuses.Of(word) is { } status)
            {
                statuses |= status;
            }
            else
            {
                row.Problem(ProblemCode.UNKNOWN_WORD, column, $"'{ShownText.Of(word)}' is not one of the words that may stand here: {SpecialStatuses.Vocabulary}.");
            }
        }

        return statuses;
    }

    private static QpStatus? Qp(string word) => word switch
    {
        "none" => QpStatus.None,
        "qp" => QpStatus.Qp,
        "partialQp" => QpStatus.PartialQp,
        _ => null,
    };

    private static string? Zip(TableRow row, int column)
    {
        if (row[column] is not { } zip)
        {
            return null;
        }

        if (zip.Length >= DigitsOfZip && zip.AsSpan(0, DigitsOfZip).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return zip;
        }

        row.Problem(ProblemCode.ZIP_FORM, column, "A ZIP code begins with five digits, leading zeros included. Correct it.");
        return null;
    }
}
