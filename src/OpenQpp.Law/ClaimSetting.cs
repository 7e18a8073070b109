namespace OpenQpp.Law;

/// <summary>In which setting a claim line is paid, which decides whether its payment is one for a covered professional service.</summary>
public enum ClaimSetting
{
    /// <summary>A professional service under the physician fee schedule.</summary>
    Professional,

    /// <summary>Professional services of a critical access hospital under Method II to which the billing rights were reassigned.</summary>
    MethodIICahProfessional,

    /// <summary>A payment made only to participants of a model under section 1115A.</summary>
    ModelSpecific,

    /// <summary>Durable medical equipment, prosthetics, orthotics and supplies.</summary>
    Dmepos,

    /// <summary>A federally qualified health center or rural health clinic.</summary>
    FqhcRhc,

    /// <summary>The payment of a facility: surgical center, home health, hospice, hospital.</summary>
    Facility,

    /// <summary>Hospital outpatient services under their own payment system.</summary>
    Opps,

    /// <summary>A drug under Part B.</summary>
    PartBDrug,

    /// <summary>Medicare Advantage, a clinician under contract.</summary>
    MedicareAdvantageContracted,

    /// <summary>Medicare Advantage, a clinician without contract.</summary>
    MedicareAdvantageOutOfNetwork,
}

/// <summary>The words of <see cref="ClaimSetting"/>.</summary>
public static class ClaimSettings
{
    private static readonly string[] Words =
    [
        "professional", "methodIICahProfessional", "modelSpecific", "dmepos", "fqhcRhc", "facility", "opps", "partBDrug",
        "medicareAdvantageContracted", "medicareAdvantageOutOfNetwork",
    ];

    /// <summary>All settings.</summary>
    public static IReadOnlyList<ClaimSetting> All { get; } = Enum.GetValues<ClaimSetting>();

    /// <summary>The word, for example <c>fqhcRhc</c>.</summary>
    /// <param name="setting">The setting.</param>
    public static string Word(this ClaimSetting setting) => Words[(int)setting];

    /// <summary>The setting of a word, or null.</summary>
    /// <param name="word">For example <c>fqhcRhc</c>.</param>
    public static ClaimSetting? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (ClaimSetting)index;
    }
}
