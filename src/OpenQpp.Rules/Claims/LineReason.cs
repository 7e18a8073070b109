using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Why a claim line is not adjusted, in the order in which the reasons are tried: the first that applies is told.</summary>
public enum LineReason
{
    /// <summary>The date of service is not known.</summary>
    UndecidedDate,

    /// <summary>The allowed amount or the deductible is not known.</summary>
    UndecidedAmount,

    /// <summary>The line was denied.</summary>
    Denied,

    /// <summary>The service is not of a payment year of the factors.</summary>
    NotInPaymentYear,

    /// <summary>Medicare Advantage: the contract decides.</summary>
    MedicareAdvantageContract,

    /// <summary>Medicare Advantage without contract: the plan decides, not original Medicare.</summary>
    MedicareAdvantageOutOfNetwork,

    /// <summary>Paid only to participants of a model, 414.1405(f).</summary>
    ModelSpecificPayment,

    /// <summary>Durable medical equipment, prosthetics, orthotics and supplies.</summary>
    Dmepos,

    /// <summary>A federally qualified health center or rural health clinic.</summary>
    FqhcRhc,

    /// <summary>The payment of a facility.</summary>
    FacilityPayment,

    /// <summary>Paid under the outpatient prospective payment system.</summary>
    Opps,

    /// <summary>A drug under Part B.</summary>
    PartBDrug,

    /// <summary>The service is not paid under the physician fee schedule.</summary>
    StatusNotPfs,

    /// <summary>The claim was not assigned.</summary>
    NotAssigned,

    /// <summary>The TIN/NPI has no factor, and none of the clinician is taken over.</summary>
    NoFactor,

    /// <summary>The clinician was a Qualifying APM Participant.</summary>
    Qp,

    /// <summary>The TIN/NPI was excluded from MIPS.</summary>
    Excluded,

    /// <summary>The factor is zero.</summary>
    Neutral,

    /// <summary>Medicare paid nothing for the line.</summary>
    NothingPaid,

    /// <summary>The status of the service is not known.</summary>
    UndecidedStatus,

    /// <summary>Whether the claim was assigned is not known.</summary>
    UndecidedAssignment,

    /// <summary>The setting is not known.</summary>
    UndecidedSetting,

    /// <summary>What Medicare pays beside a primary payer is not known.</summary>
    UndecidedMsp,

    /// <summary>The factor of the TIN/NPI is not known.</summary>
    UndecidedFactor,

    /// <summary>The factor of the TIN/NPI may not be seen by whom the file was made for.</summary>
    UndecidedFactorNotVisible,

    /// <summary>The adjustment is less than half a cent.</summary>
    RoundsToZero,
}

/// <summary>The words of <see cref="LineReason"/>, and what they say.</summary>
public static class LineReasons
{
    private const string Basis = "414.1405(e)";
    private const string Guide = "2024 MIPS Payment Adjustment User Guide, question ";

    private static readonly (string Word, Label Label)[] Known =
    [
        Of("UNDECIDED_DATE", Basis, "the date of service is not known"),
        Of("UNDECIDED_AMOUNT", Basis, "the allowed amount or the deductible is not known"),
        Of("DENIED", Basis, "the line was denied: nothing is paid that could be adjusted"),
        Of("NOT_IN_PAYMENT_YEAR", Basis, "the service is not of a year for which there are factors"),
        Of("MA_CONTRACT", Guide + "16", "Medicare Advantage: the contract with the clinician decides"),
        Of("MA_OUT_OF_NETWORK", Guide + "15", "Medicare Advantage without contract: the plan adjusts, not original Medicare"),
        Of("MODEL_SPECIFIC_PAYMENT", "414.1405(f)", "a payment made only to participants of a model"),
        Of("DMEPOS", Guide + "14", "durable equipment, prosthetics, orthotics and supplies are not adjusted"),
        Of("FQHC_RHC", Guide + "13", "federally qualified health centers and rural health clinics are not adjusted"),
        Of("FACILITY_PAYMENT", Guide + "17", "the payment of a facility is not adjusted"),
        Of("OPPS", Guide + "11", "the outpatient prospective payment system is not adjusted"),
        Of("PART_B_DRUG", Basis, "drugs are no covered professional services since payment year 2019"),
        Of("STATUS_NOT_PFS", Basis, "the service is not paid under the physician fee schedule"),
        Of("NOT_ASSIGNED", Guide + "8", "the claim was not assigned"),
        Of("NO_FACTOR", "414.1405(a)", "the TIN/NPI has no factor, and none of the clinician is taken over"),
        Of("QP", "414.1310(b)(1)(i)", "the clinician was a Qualifying APM Participant"),
        Of("EXCLUDED", "414.1310(b)", "the TIN/NPI was excluded from MIPS"),
        Of("NEUTRAL", Basis, "the factor is zero"),
        Of("NOTHING_PAID", Guide + "9", "the paid amount is adjusted, and Medicare paid nothing for the line"),
        Of("UNDECIDED_STATUS", Basis, "the status of the service under the fee schedule is not known"),
        Of("UNDECIDED_ASSIGNMENT", Guide + "8", "whether the claim was assigned is not known"),
        Of("UNDECIDED_SETTING", Basis, "the setting is not known"),
        Of("UNDECIDED_MSP", "42 CFR 411.33(a)", "what Medicare pays beside a primary payer is not known"),
        Of("UNDECIDED_FACTOR", "414.1405(a)", "the factor of the TIN/NPI is not known"),
        Of("UNDECIDED_FACTOR_NOT_VISIBLE", "414.1405(a)", "the factor of the TIN/NPI may not be seen by whom the file was made for"),
        Of("ROUNDS_TO_ZERO", Basis, "the adjustment is less than a cent"),
    ];

    /// <summary>All reasons, in their order.</summary>
    public static IReadOnlyList<LineReason> All { get; } = Enum.GetValues<LineReason>();

    /// <summary>The word in files, for example <c>NOT_ASSIGNED</c>.</summary>
    /// <param name="reason">The reason.</param>
    public static string Word(this LineReason reason) => Known[(int)reason].Word;

    /// <summary>The reason as part of an explanation.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="evidence">What decided.</param>
    public static Finding Finding(this LineReason reason, params ReadOnlySpan<Finding> evidence) =>
        reason.IsUndecided() ? Vocabulary.Finding.NotKnown(Known[(int)reason].Label, evidence) : Vocabulary.Finding.NotScored(Known[(int)reason].Label, null, evidence);

    /// <summary>A fact is missing: the line is neither adjusted nor known not to be.</summary>
    /// <param name="reason">The reason.</param>
    public static bool IsUndecided(this LineReason reason) => reason.Word().StartsWith("UNDECIDED_", StringComparison.Ordinal);

    /// <summary>Why the setting of a line keeps it from being adjusted; null where it does not, or is not known.</summary>
    /// <param name="setting">The setting; null where it is not known.</param>
    /// <param name="mode">Who pays.</param>
    public static LineReason? OfSetting(ClaimSetting? setting, PayerMode mode) => setting switch
    {
        ClaimSetting.MedicareAdvantageOutOfNetwork => mode == PayerMode.MedicareAdvantage ? null : LineReason.MedicareAdvantageOutOfNetwork,
        ClaimSetting.MedicareAdvantageContracted => LineReason.MedicareAdvantageContract,
        ClaimSetting.ModelSpecific => LineReason.ModelSpecificPayment,
        ClaimSetting.Dmepos => LineReason.Dmepos,
        ClaimSetting.FqhcRhc => LineReason.FqhcRhc,
        ClaimSetting.Facility => LineReason.FacilityPayment,
        ClaimSetting.Opps => LineReason.Opps,
        ClaimSetting.PartBDrug => LineReason.PartBDrug,
        null => null,
        _ => mode == PayerMode.MedicareAdvantage ? LineReason.MedicareAdvantageContract : null,
    };

    private static (string Word, Label Label) Of(string word, string basis, string says) => (word, new("MIPS payment adjustment of the line", Unit.Dollars, basis, says));
}
