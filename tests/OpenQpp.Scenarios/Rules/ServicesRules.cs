using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The rules on items, services and emergency visits of feedback, as scenarios ask for them.</summary>
internal static class ServicesRules
{
    private const string NotKnown = "not known";
    private const string Tin = "000000011";
    private const string OtherTin = "000000099";

    private static readonly Label Shown = new("feedback", Unit.YesNo, "SSA 1848(q)(12)(B)", "an informational part of feedback");

    private static readonly Dictionary<string, CareClass> Classes = new(StringComparer.Ordinal)
    {
        ["08"] = CareClass.PrimaryCarePhysician,
        ["11"] = CareClass.PrimaryCarePhysician,
        ["50"] = CareClass.NonPhysician,
        ["06"] = CareClass.Specialist,
        ["13"] = CareClass.Specialist,
    };

    /// <summary>A line without a day of receipt came within the year.</summary>
    public static Answer OfPatients(Given given, YearLaw law)
    {
        var lines = given.Lists("lines").Select(line => Line(line, line.Text("clinician") == "X" ? Tin : OtherTin, "1234567893", line.Text("beneficiary"))).ToArray();
        var centers = given.Texts("at centers");
        var population = lines.Select(line => line.Beneficiary).Where(beneficiary => !centers.Contains(beneficiary, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var key = given.Text("range");
        var range = ServicesOfPatients.For(Tin, "1234567893", lines, population, law).SingleOrDefault(range => range.Range == key);
        return new Answer().With("beneficiaries", range?.Beneficiaries).With("cost", range?.Cost).With("services", range?.Services);
    }

    public static Answer Range(Given given, YearLaw law) => new Answer()
        .With("range", RangeOfHcpcs.For(given.Text("hcpcs"), law))
        .With("last receipt", ClaimsOfYear.LastReceipt(law.Year.Year, law).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .With("shown", Finding.Assumed(Shown, value: true));

    public static Answer Attribution(Given given, YearLaw law)
    {
        var lines = given.Lists("lines").Select(line => Line(line, line.Text("tin"), line.Text("npi"), "b") with { Specialty = line.Text("specialty"), Place = line.TextOrNull("place of service") });
        var centers = given.Lists("centers").Select(line => new InstitutionalLine
        {
            Claim = "1",
            Beneficiary = "b",
            Ccn = line.Text("ccn"),
            BillType = line.Text("bill type"),
            From = Day(line.Text("service")),
            Received = Day(line.Text("service")),
            Hcpcs = line.Text("hcpcs"),
            Amount = line.Number("amount"),
        });
        var attributed = CareAttribution.For(lines, centers, Classes, law.Services.PrimaryCare(law.Settings.PrimaryCareCodeProfile), law);
        return new Answer().With("tin", attributed?.Tin).With("npi", attributed?.Npi).With("ccn", attributed?.Ccn).With("share", attributed?.Share).With("step", attributed is null ? null : (decimal?)attributed.Step);
    }

    public static Answer IsShown(Given given, YearLaw law) => new Answer().With("shown", ServicesOfPatients.IsShown((int)given.Number("attributed"), law));

    public static Answer Emergency(Given given, YearLaw law)
    {
        var lines = given.Lists("lines").Select(line => new InstitutionalLine
        {
            Claim = line.Text("claim"),
            Beneficiary = line.Text("beneficiary"),
            ClaimType = line.Text("type"),
            Ccn = line.TextOrNull("ccn"),
            RevenueCode = line.Text("revenue code"),
            From = Day(line.Text("day")),
            Received = Day(line.TextOr("received", line.Text("day"))),
        });
        return Shares(EmergencyVisits.For(given.Texts("patients").ToHashSet(StringComparer.Ordinal), lines, law));
    }

    public static Answer EmergencyShares(Given given)
    {
        Finding Count(string key) => Finding.Given(new(key, Unit.Cases, "SSA 1848(q)(12)(B)", "{v} of " + key), given.Number(key));
        return Shares(new(Count("patients"), Count("with visit"), Count("visits")));
    }

    public static Answer Enrolment(Given given, YearLaw law)
    {
        bool? Flag(string key, bool sound) => given.TextOr(key, sound ? "true" : "false") is var text && text == NotKnown ? null : bool.Parse(text);
        var odd = new BeneficiaryMonth(1, Flag("part a", sound: true), Flag("part b", sound: true), Flag("plan", sound: false), given.TextOr("country", "US"), given.TextOrNull("death") is { } death ? Day(death) : null);
        var months = Enumerable.Range(2, (int)given.Number("months") - 1).Select(month => new BeneficiaryMonth(month, true, true, false, "US", odd.Death)).Prepend(odd).ToArray();
        return new Answer().With("counts", BeneficiaryYear.Counts(months, law)).With("shown", Finding.Assumed(Shown, value: true));
    }

    private static Answer Shares(EmergencyVisits visits)
    {
        var answer = new Answer().With("associated", visits.Associated).With("with visit", visits.WithVisit).With("visits", visits.Visits).With("share", visits.Share).With("for each patient", visits.ForEachPatient);
        return visits.WithVisit.Number > 0m ? answer.With("for each visitor", visits.ForEachVisitor) : answer;
    }

    private static ServiceLine Line(Given line, string tin, string npi, string beneficiary)
    {
        var received = line.TextOr("received", line.Text("service"));
        return new()
        {
            Beneficiary = beneficiary,
            Tin = tin,
            Npi = npi,
            Service = Day(line.Text("service")),
            Received = received == NotKnown ? null : Day(received),
            Hcpcs = line.Text("hcpcs"),
            Units = line.NumberOrNull("units"),
            Allowed = line.NumberOrNull("allowed"),
        };
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
