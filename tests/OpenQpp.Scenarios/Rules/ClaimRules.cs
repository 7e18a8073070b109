using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The rules of 414.1405(e) on claim lines, as scenarios ask for them.</summary>
internal static class ClaimRules
{
    private const string NotKnown = "not known";

    /// <summary>A line that says nothing of it is a sound one: assigned, of status A, professional, without deductible, on 15 May of the payment year.</summary>
    public static Answer Line(Given given, YearLaw law)
    {
        var service = given.TextOr("service", $"{law.Claims.PaymentYear.Year}-05-15");
        var line = new ClaimLine
        {
            Service = service == NotKnown ? null : DateOnly.ParseExact(service, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Denied = Flag(given, "denied", otherwise: false),
            Assigned = Flag(given, "assigned", otherwise: true),
            Status = given.TextOr("status", "A") is var status && status == NotKnown ? null : status,
            Setting = ClaimSettings.Of(given.TextOr("setting", "professional")),
            Charge = given.NumberOrNull("charge"),
            Allowed = given.NumberOrNull("allowed"),
            Deductible = given.TextOr("deductible", "0") is var deductible && deductible == NotKnown ? null : Given.Parse(deductible),
            Coinsurance = given.NumberOrNull("coinsurance"),
            SecondaryPayerReduction = given.NumberOrNull("secondary payer reduction"),
            PrimaryAllowed = given.NumberOrNull("primary allowed"),
            PrimaryPaid = given.NumberOrNull("primary paid"),
        };
        var factor = given.Has("rows") ? FactorOf(given) : LineFactor.For(Tin, [new(Tin, RowStanding.Scored, null, given.NumberOrNull("factor"))]);
        var result = LineAdjustment.For(line, factor, given.TextOr("year of factors", "same") == "same", law, Mode(given));
        return new Answer()
            .With("reason", result.Reason?.Word())
            .With("decision", result.Decision)
            .With("coinsurance", result.Amounts?.Coinsurance)
            .With("program", result.Amounts?.Program)
            .With("mips", result.Amounts?.Adjustment)
            .With("subtotal", result.Amounts?.Subtotal)
            .With("rate", result.Amounts?.Rate)
            .With("sequestration", result.Amounts?.Sequestration)
            .With("paid", result.Amounts?.Paid)
            .With("group", result.GroupCode)
            .With("code", result.ReasonCode)
            .With("remark", result.RemarkCode)
            .With("sequestration code", result.SequestrationCode);
    }

    public static Answer Factor(Given given)
    {
        var factor = FactorOf(given);
        return new Answer().With("percent", factor.Percent).With("source", factor.Source.ToString()).With("reason", factor.Reason?.Word()).With("why", factor.Reason?.Finding());
    }

    public static Answer Setting(Given given, YearLaw law)
    {
        var setting = LineSetting.For(given.TextOrNull("claim type"), given.TextOrNull("specialty"), given.TextOrNull("place of service"), law.Claims);
        return new Answer().With("setting", setting?.Word()).With("coinsurance", law.Claims.Coinsurance);
    }

    private const string Tin = "000000011";

    private static PayerMode Mode(Given given) => given.TextOr("payer", "original Medicare") == "Medicare Advantage" ? PayerMode.MedicareAdvantage : PayerMode.OriginalMedicare;

    private static LineFactor FactorOf(Given given)
    {
        var rows = given.Lists("rows").Select(row => new FactorRow(row.Text("tin"), StandingOf(row.Text("status")), row.NumberOrNull("score"), row.NumberOrNull("percent"))).ToArray();
        var tin = given.TextOr("tin", Tin);
        return Mode(given) == PayerMode.MedicareAdvantage ? LineFactor.OfMedicareAdvantage(tin, rows) : LineFactor.For(tin, rows);
    }

    private static RowStanding? StandingOf(string word) => word == "notVisible" ? null : Enum.Parse<RowStanding>(word, ignoreCase: true);

    private static bool? Flag(Given given, string key, bool otherwise) => given.TextOr(key, otherwise ? "true" : "false") is var text && text == NotKnown ? null : bool.Parse(text);
}
