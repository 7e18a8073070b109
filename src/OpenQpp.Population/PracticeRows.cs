using System.Globalization;
using OpenQpp.Law;

namespace OpenQpp.Population;

/// <summary>Writes the rows of a practice and its clinicians.</summary>
/// <param name="files">The files.</param>
/// <param name="law">The law of the year.</param>
/// <param name="shape">The shape of the nation.</param>
internal sealed class PracticeRows(NationFiles files, YearLaw law, Shape shape)
{
    private const int ServicesInHospital = 90;
    private const int LeastCharges = 5000;
    private const string CreditApm = "BP01";
    private const string AllSnapshots = "1;2;3;4";

    private static readonly string[] States = ["OH", "TX", "CA", "NY", "FL", "PA", "IL", "GA", "NC", "MI", "WA", "MN", "CO", "TN", "AZ"];

    private readonly bool circumstancesAreGiven = law.Eligibility.ExtremeCircumstances.Word is "given";

    /// <summary>From this day on a first claim makes a late joiner.</summary>
    private DateOnly JoinersFrom => law.Year.FirstDay.AddMonths((int)law.Eligibility.JoinerFirstMonth.Number - 1);

    /// <summary>Writes the practice.</summary>
    /// <param name="plan">The practice.</param>
    /// <param name="random">Draws what nothing depends on.</param>
    public void Write(PracticePlan plan, RandomStream random)
    {
        var formed = plan.IsNewPractice ? JoinersFrom : law.Year.FirstDay.AddDays(-random.Between(800, 9000));
        Line(files.Practices, $"{plan.Tin},Practice {plan.Number},{Date(formed)},{random.Of(States)},{plan.Zip}");
        foreach (var one in plan.Clinicians)
        {
            Clinician(plan, one, random);
            if (!one.IsLateJoiner)
            {
                Volumes(plan, one);
            }
        }

        var (encounters, hospital) = (plan.Billing.Sum(one => (long)Encounters(plan, one)), plan.Billing.Sum(one => (long)Hospital(plan, one)));
        foreach (var segment in plan.IsNewPractice ? (ReadOnlySpan<int>)[] : [1, 2])
        {
            Line(files.Volumes, $"group,{plan.Tin},,,{segment},{Together(plan.Billing)},{encounters},0,{hospital},0,0,0,{Flag(plan.IsRural)},{Flag(plan.IsHpsa)},{Flag(plan.Way == Way.FacilityBased)},{plan.Billing.Count()}");
        }

        Memberships(plan);
    }

    /// <summary>Writes the volumes of an APM Entity group, by which its clinicians were judged through 2020.</summary>
    /// <param name="entity">The entity.</param>
    public void Write(EntityPlan entity)
    {
        var together = Together([.. entity.Practices.SelectMany(practice => practice.Billing)]);
        foreach (var segment in (ReadOnlySpan<int>)[1, 2])
        {
            Line(files.Volumes, $"apmEntity,,,{entity.Id},{segment},{together},,,,,,,,,,");
        }
    }

    /// <summary>Dollars, beneficiaries and services of several clinicians; many beneficiaries see more than one of them.</summary>
    private static string Together(IEnumerable<ClinicianPlan> clinicians)
    {
        var (dollars, beneficiaries, services, most) = (0L, 0L, 0L, 0);
        foreach (var one in clinicians)
        {
            (dollars, beneficiaries, services, most) = (dollars + one.Dollars, beneficiaries + one.Beneficiaries, services + one.Services, Math.Max(most, one.Beneficiaries));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{dollars}.00,{Math.Max(most, beneficiaries * 7 / 10)},{services}");
    }

    private void Clinician(PracticePlan plan, ClinicianPlan one, RandomStream random)
    {
        var enrolled = one.IsNew ? law.Year.FirstDay.AddDays(random.Below(250)) : law.Year.FirstDay.AddDays(-random.Between(400, 9000));
        var firstClaim = one.IsLateJoiner ? JoinersFrom.AddDays(random.Below(60)) : (DateOnly?)null;
        var qp = one.IsQp ? "qp" : one.IsPartialQp ? "partialQp" : "none";
        var circumstances = circumstancesAreGiven && plan.Way == Way.ExtremeCircumstances ? "Y" : "";
        Line(files.Clinicians, $"{plan.Tin},{one.Npi},{one.Type},{Date(enrolled)},{Flag(!one.IsNew)},{qp},{(one.IsPartialQp ? "N" : "")},{(firstClaim is { } day ? Date(day) : "")},{plan.Zip},{circumstances}");
        if (one.Election is { } choice)
        {
            Line(files.Elections, $"individual,{plan.Tin},{one.Npi},,{choice},{law.Year.PaymentYear.Year - 1}-02-{random.Between(10, 28)}T10:00:00-05:00");
        }

    }

    private void Volumes(PracticePlan plan, ClinicianPlan one)
    {
        foreach (var segment in (ReadOnlySpan<int>)[1, 2])
        {
            Line(files.Volumes, $"individual,{plan.Tin},{one.Npi},,{segment},{one.Dollars}.00,{one.Beneficiaries},{one.Services},{Encounters(plan, one)},0,{Hospital(plan, one)},0,0,0,{Flag(plan.IsRural)},{Flag(plan.IsHpsa)},{Flag(plan.Way == Way.FacilityBased)},");
        }
    }

    /// <summary>Few enough for the status, or more than any bound.</summary>
    private int Encounters(PracticePlan plan, ClinicianPlan one)
    {
        var bound = (int)law.Eligibility.SpecialStatuses.NonPatientFacingEncounters.Number;
        return plan.IsNonPatientFacing ? bound / 4 : Math.Max(bound + 1, one.Services * 3 / 4);
    }

    private static int Hospital(PracticePlan plan, ClinicianPlan one) => plan.IsHospitalBased ? one.Services * ServicesInHospital / 100 : 0;

    /// <summary>The id of one of the two subgroups of a practice.</summary>
    public static string SubgroupId(PracticePlan plan, int half) => string.Create(CultureInfo.InvariantCulture, $"SG-{(plan.Number * 2) + half:D8}");

    /// <summary>Credit comes from an APM that is no MIPS APM; entities of MIPS APMs have a score of their own.</summary>
    private void Memberships(PracticePlan plan)
    {
        if (plan.Way == Way.ApmEntity)
        {
            foreach (var one in plan.Clinicians)
            {
                Line(files.Apm, $"21,{plan.EntityId},Y,Y,{(ApmModel.IsOther(law) ? "other" : "sharedSavingsProgram")},participation,{plan.Tin},{one.Npi},{AllSnapshots}");
            }
        }
        else if (plan.HasApmCredit)
        {
            foreach (var one in plan.Way == Way.Individuals ? plan.Clinicians : plan.Clinicians.Where(one => one.IsInMips).Take(1))
            {
                Line(files.Apm, $"{CreditApm},{CreditApm}{plan.Number},N,N,,participation,{plan.Tin},{one.Npi},{AllSnapshots}");
            }
        }

        if (plan.Way == Way.Subgroup)
        {
            for (var place = 0; place < plan.Clinicians.Count; place++)
            {
                Line(files.Subgroups, $"{SubgroupId(plan, place % 2)},{plan.Tin},{plan.Clinicians[place].Npi}");
            }
        }

        if (plan.Way == Way.VirtualGroup)
        {
            Line(files.VirtualGroups, $"{plan.EntityId},{plan.Tin},{law.Year.Year - 1}-11-15T09:00:00-05:00,Y,Y,Y,Y,Y,Y,Y,Y,Y");
        }
    }

    /// <summary>What the clinicians bill in the payment year, with now and then one who first bills under the TIN then.</summary>
    /// <param name="plan">The practice.</param>
    /// <param name="identifiers">The identifiers of the nation.</param>
    /// <param name="random">Draws.</param>
    public void Charges(PracticePlan plan, SyntheticIdentifiers identifiers, RandomStream random)
    {
        var charges = plan.Clinicians.ToDictionary(one => one.Npi, one => Math.Max(one.Dollars, LeastCharges) * random.Between(80, 125), StringComparer.Ordinal);
        if (random.Chance(shape.Share("mover")))
        {
            charges.TryAdd(identifiers.Npi(random.Below(plan.Number)), random.Between(LeastCharges, 300000) * 100L);
        }

        foreach (var (npi, cents) in charges.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Line(files.Charges, $"{plan.Tin},{npi},{cents / 100}.{cents % 100:D2}");
        }
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Flag(bool flag) => flag ? "Y" : "N";

    private static void Line(TextWriter file, FormattableString line) => file.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
