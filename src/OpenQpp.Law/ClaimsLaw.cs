using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>How a factor is applied to the claim lines of one payment year, 414.1405(e).</summary>
public sealed class ClaimsLaw
{
    private readonly Dictionary<string, Finding> covered = new(StringComparer.Ordinal);
    private readonly Dictionary<(string By, string Code), ClaimSetting> settings = [];
    private readonly List<(DateOnly From, Finding Percent)> sequestration = [];

    internal ClaimsLaw(PaymentYear year, ParameterReader parameters, LawTable status, LawTable setting, LawTable periods)
    {
        PaymentYear = year;
        Coinsurance = parameters.Number("claims/coinsurance");
        Cents = parameters.Number("claims/cents");
        for (var row = 0; row < status.Rows; row++)
        {
            var (code, says, source) = (status.Text(row, status.Column("status")), status.Text(row, status.Column("says")), status.Text(row, status.Column("source")));
            covered.Add(code, Finding.Published(new("paid under the fee schedule", Unit.YesNo, source, $"status {{s}}, {says}: paid under the fee schedule: {{v}}"), status.IsYes(row, status.Column("covered")), code));
        }

        for (var row = 0; row < setting.Rows; row++)
        {
            var word = setting.Text(row, setting.Column("setting"));
            settings.Add((setting.Text(row, setting.Column("by")), setting.Text(row, setting.Column("code"))), ClaimSettings.Of(word) ?? throw new LawDataException($"'{word}' is no setting of a claim line."));
        }

        for (var row = 0; row < periods.Rows; row++)
        {
            var from = DateOnly.ParseExact(periods.Text(row, periods.Column("from")), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            sequestration.Add((from, Finding.Published(new("sequestration", Unit.Percent, periods.Text(row, periods.Column("source")), "services from {s} on: {v} %"), periods.Number(row, periods.Column("percent")), periods.Text(row, periods.Column("from")))));
        }
    }

    /// <summary>The payment year.</summary>
    public PaymentYear PaymentYear { get; }

    /// <summary>Coinsurance of the beneficiary where the line does not say, percent of the allowed amount after the deductible.</summary>
    public Finding Coinsurance { get; }

    /// <summary>Decimals of an amount.</summary>
    public Finding Cents { get; }

    /// <summary>Status indicators, each with whether its services are paid under the fee schedule.</summary>
    public IReadOnlyDictionary<string, Finding> Statuses => covered;

    /// <summary>What tells the setting of a line that does not say: by claim type, specialty or place of service.</summary>
    public IReadOnlyDictionary<(string By, string Code), ClaimSetting> Settings => settings;

    /// <summary>From which day on which percent is sequestered, ascending.</summary>
    public IReadOnlyList<(DateOnly From, Finding Percent)> SequestrationPeriods => sequestration;

    /// <summary>The percent by which a payment for a service of this day is sequestered.</summary>
    /// <param name="service">Date of service, in the payment year.</param>
    /// <exception cref="LawDataException">The day is before the first period.</exception>
    public Finding Sequestration(DateOnly service) =>
        sequestration.FindLast(period => period.From <= service).Percent ?? throw new LawDataException($"No sequestration is recorded for a day of {service.Year}.");
}
