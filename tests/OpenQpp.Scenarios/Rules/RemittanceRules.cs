using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.Scenarios;

/// <summary>The audit of a remittance, as scenarios ask for it: one line, or a claim of several lines.</summary>
internal static class RemittanceRules
{
    private const string NotKnown = "not known";
    private const string Tin = "000000011";

    /// <summary>A claim whose lines are sound where they say nothing of it: assigned, of status A, professional, on 15 May of the payment year.</summary>
    public static Answer Audit(Given given, YearLaw law)
    {
        var lines = given.Has("lines") ? given.Lists("lines").Select(line => Line(line, law)).ToArray() : [Line(given, law)];
        var audit = RemittedClaimAudit.For(new(lines) { Entries = Entries(given, "claim entries"), HasRemark = given.Flag("claim remark") });
        var first = audit.Lines[0];
        return new Answer()
            .With("findings", audit.All.Select(finding => finding.Name.Word()))
            .With("due", audit.All.Sum(finding => finding.Due))
            .With("percent", audit.All.Select(finding => finding.Percent).FirstOrDefault(percent => percent is not null))
            .With("reason", (audit.All.Select(finding => finding.Reason).FirstOrDefault(reason => reason is not null) ?? first.Reason)?.Word())
            .With("program", first.Program)
            .With("expected", first.Expected)
            .With("shown", first.Codes.Adjustment)
            .With("claim expected", audit.Expected)
            .With("sequestration", first.Sequestration)
            .With("sequestered", first.Codes.SequesteredAmount);
    }

    /// <summary>Which percent was taken instead of the factor for all lines.</summary>
    public static Answer Percents(Given given, YearLaw law)
    {
        var (factor, percents) = (given.Number("factor"), ExplainingPercents.Any);
        foreach (var line in given.Lists("lines"))
        {
            var (program, shown) = (line.Number("program"), line.Number("shown"));
            var due = LineAmounts.For(new() { Service = new(law.Claims.PaymentYear.Year, 5, 15), Program = program }, FactorOf(factor).Percent, law).Adjustment;
            percents = percents.With(program, shown, due.Number, law.Settings.ClaimCentsAreCutOff);
        }

        return new Answer().With("percent", percents.Instead(factor)).With("factor", FactorOf(factor).Percent);
    }

    private static RemittedLine Line(Given given, YearLaw law)
    {
        var service = given.TextOr("service", $"{law.Claims.PaymentYear.Year}-05-15");
        var entries = Entries(given, "entries");
        var charge = given.Number("charge");
        return new()
        {
            Service = service == NotKnown ? null : DateOnly.ParseExact(service, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Charge = charge,
            Paid = charge - entries.Sum(entry => entry.Amount),
            Entries = entries,
            HasRemark = given.Flag("remark"),
            Denied = given.Flag("denied"),
            Assigned = given.TextOr("assigned", "true") is var assigned && assigned == NotKnown ? null : bool.Parse(assigned),
            Status = given.TextOr("status", "A") is var status && status == NotKnown ? null : status,
            Setting = ClaimSettings.Of(given.TextOr("setting", "professional")),
            Factor = given.Has("factor") ? FactorOf(given.Number("factor")) : new(null, FactorSource.None, LineReason.NoFactor),
            PercentsOfClinician = given.Has("other percents") ? given.Numbers("other percents") : [],
            PercentOfAllLines = given.NumberOrNull("percent of all lines"),
            IsInPaymentYear = given.TextOr("year of factors", "same") == "same",
            Law = law,
        };
    }

    private static LineFactor FactorOf(decimal percent) => LineFactor.For(Tin, [new(Tin, RowStanding.Scored, null, percent)]);

    /// <summary>Entries are written as a remittance reads: CO-45 50.00.</summary>
    private static RemittedEntry[] Entries(Given given, string key) =>
        [.. given.Texts(key).Select(text => text.Split(['-', ' '], 3) is [var group, var reason, var amount] ? new RemittedEntry(group, reason, Given.Parse(amount)) : throw new InvalidDataException(text))];
}
