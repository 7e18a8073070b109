using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Qualifying APM Participant, Partial QP or neither: as CMS decided, else from the thresholds.</summary>
/// <remarks>Either method is enough, payments or patients; reaching a threshold is enough.</remarks>
/// <param name="IsQp">A QP.</param>
/// <param name="IsPartialQp">A Partial QP, and no QP.</param>
[Cfr("414.1430")]
public sealed record QpDetermination(Finding IsQp, Finding IsPartialQp)
{
    private const string Basis = "414.1430(a)";
    private const string AllPayer = "414.1430(b)";

    private static readonly Label Given = new("QP status", Unit.YesNo, "414.1425", "CMS states the status {s}: {v}");
    private static readonly Label Unknown = new("QP status", Unit.YesNo, "414.1425", "no QP status and no share of payments or patients is known: {v}");
    private static readonly Label Payments = new("payments through Advanced APMs", Unit.Percent, Basis, "{v} percent of the Medicare payments");
    private static readonly Label Patients = new("patients through Advanced APMs", Unit.Percent, Basis, "{v} percent of the Medicare patients");
    private static readonly Label AllPayments = new("payments of all payers", Unit.Percent, AllPayer, "{v} percent of the payments of all payers");
    private static readonly Label AllPatients = new("patients of all payers", Unit.Percent, AllPayer, "{v} percent of the patients of all payers");
    private static readonly Label Reached = new("threshold reached", Unit.YesNo, Basis, "{0} percent, at least {1}: {v}");
    private static readonly Label Combined = new("all-payer threshold reached", Unit.YesNo, AllPayer, "the threshold over all payers and the least share of Medicare are reached: {v}");
    private static readonly Label Qp = new("QP", Unit.YesNo, Basis, "a threshold of a QP is reached: {v}");
    private static readonly Label AnyPartial = new("Partial QP thresholds", Unit.YesNo, Basis, "a threshold of a Partial QP is reached: {v}");
    private static readonly Label NoQp = new("no QP", Unit.YesNo, Basis, "no threshold of a QP is reached: {v}");
    private static readonly Label Partial = new("Partial QP", Unit.YesNo, Basis, "a Partial QP and no QP: {v}");

    /// <summary>The words none, qp, partialQp.</summary>
    public string Word => IsQp.Flag ? "qp" : IsPartialQp.Flag ? "partialQp" : "none";

    /// <summary>The status of a clinician.</summary>
    /// <param name="given">What CMS decided, or null.</param>
    /// <param name="scores">The shares from which it is computed otherwise.</param>
    /// <param name="law">The law of the year.</param>
    public static QpDetermination For(QpStatus? given, QpScores? scores, QpLaw law)
    {
        if (given is { } status)
        {
            return new(Finding.Given(Given, status == QpStatus.Qp, "qp"), Finding.Given(Given, status == QpStatus.PartialQp, "partialQp"));
        }

        if (scores is null)
        {
            return new(Finding.Assumed(Unknown, false), Finding.Assumed(Unknown, false));
        }

        var qp = Finding.AnyOfSubject(Qp, null, Tests(scores, law.Payments, law.Patients, law.MedicarePayments, law.MedicarePatients));
        var partial = Finding.AnyOfSubject(AnyPartial, null, Tests(scores, law.PartialPayments, law.PartialPatients, law.MedicarePartialPayments, law.MedicarePartialPatients));
        return new(qp, Finding.AllOf(Partial, partial, Finding.NoneOf(NoQp, qp)));
    }

    private static Finding[] Tests(QpScores scores, Finding payments, Finding patients, Finding? leastPayments, Finding? leastPatients)
    {
        var tests = new List<Finding>();
        Medicare(scores.MedicarePayments, Payments, payments);
        Medicare(scores.MedicarePatients, Patients, patients);
        OfAllPayers(scores.AllPayerPayments, AllPayments, payments, scores.MedicarePayments, Payments, leastPayments);
        OfAllPayers(scores.AllPayerPatients, AllPatients, patients, scores.MedicarePatients, Patients, leastPatients);
        return [.. tests];

        void Medicare(decimal? share, Label label, Finding bound)
        {
            if (share is { } percent)
            {
                tests.Add(Finding.AtLeast(Reached, Finding.Given(label, percent), bound));
            }
        }

        void OfAllPayers(decimal? share, Label label, Finding bound, decimal? medicare, Label medicareLabel, Finding? least)
        {
            if (share is { } percent && medicare is { } ofMedicare && least is not null)
            {
                tests.Add(Finding.AllOf(
                    Combined,
                    Finding.AtLeast(Reached, Finding.Given(label, percent), bound),
                    Finding.AtLeast(Reached, Finding.Given(medicareLabel, ofMedicare), least)));
            }
        }
    }
}
