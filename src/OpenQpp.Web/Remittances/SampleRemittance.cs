using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Remits;
using OpenQpp.Rules;

namespace OpenQpp.Web;

/// <summary>A made-up remittance of a made-up practice, to try the audit with: sound lines, one with a wrong amount, one with sequestration before the adjustment.</summary>
internal static class SampleRemittance
{
    private const int MostClinicians = 8;
    private const decimal Charge = 150m;
    private const decimal WrongBy = 1.00m;

    /// <summary>The file.</summary>
    /// <param name="tin">TIN of the practice.</param>
    /// <param name="npis">Its clinicians.</param>
    /// <param name="factors">Its factors.</param>
    /// <param name="law">The law of the performance year.</param>
    public static byte[] Of(string tin, IReadOnlyList<string> npis, FactorTable factors, YearLaw law)
    {
        using var stream = new MemoryStream();
        using (var writer = new RemittanceWriter(stream))
        {
            var wrong = 0;
            foreach (var (npi, place) in npis.Take(MostClinicians).Select((npi, place) => (npi, place)))
            {
                var line = Paid(tin, npi, place, factors, law);
                writer.Write(new([line.Remark is null ? line : (wrong++) switch { 0 => WithWrongAmount(line, law), 1 => WithEarlySequestration(line, law), _ => line }]));
            }
        }

        return stream.ToArray();
    }

    private static PaidLine Paid(string tin, string npi, int place, FactorTable factors, YearLaw law)
    {
        var year = law.Claims.PaymentYear.Year;
        var number = string.Create(CultureInfo.InvariantCulture, $"SAMPLE{place + 1}");
        var line = new PaidLine(number, $"{number}L1", tin, npi) { Place = "11", Service = new DateOnly(year, 3, 1).AddDays(place), Code = "99213", Charge = Charge + (10m * place), Allowed = 100m + (7.35m * place) };
        var known = new ClaimLine { Service = line.Service, Denied = false, Assigned = true, Status = "A", Setting = ClaimSetting.Professional, Allowed = line.Allowed, Deductible = 0m };
        return PaidLines.Of(line, LineAdjustment.For(known, LineFactor.For(tin, factors.Of(year, npi)), isInPaymentYear: true, law));
    }

    private static PaidLine WithWrongAmount(PaidLine line, YearLaw law) => Sequestered(line with { Mips = line.Mips - WrongBy }, line.Mips - WrongBy, law);

    private static PaidLine WithEarlySequestration(PaidLine line, YearLaw law) => Sequestered(line, 0m, law);

    private static PaidLine Sequestered(PaidLine line, decimal after, YearLaw law) => line with
    {
        Sequestration = LineAmounts.For(new() { Service = line.Service, Program = line.Program + after }, null, law).Sequestration.Number,
    };
}
