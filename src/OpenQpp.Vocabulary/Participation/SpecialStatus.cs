namespace OpenQpp.Vocabulary;

/// <summary>Special statuses of a participant (42 CFR 414.1305), at the level that takes part.</summary>
[Flags]
public enum SpecialStatus
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Small practice: 15 or fewer eligible clinicians.</summary>
    SmallPractice = 1,

    /// <summary>Rural practice.</summary>
    RuralPractice = 2,

    /// <summary>Practice in a geographic health professional shortage area.</summary>
    Hpsa = 4,

    /// <summary>Non-patient facing.</summary>
    NonPatientFacing = 8,

    /// <summary>Hospital-based.</summary>
    HospitalBased = 16,

    /// <summary>Based in ambulatory surgical centers.</summary>
    AscBased = 32,

    /// <summary>Facility-based (414.1380(e)(2)).</summary>
    FacilityBased = 64,
}

/// <summary>The words for the special statuses.</summary>
public static class SpecialStatuses
{
    private static readonly (string Word, SpecialStatus Status)[] Words =
    [
        ("smallPractice", SpecialStatus.SmallPractice),
        ("ruralPractice", SpecialStatus.RuralPractice),
        ("hpsa", SpecialStatus.Hpsa),
        ("nonPatientFacing", SpecialStatus.NonPatientFacing),
        ("hospitalBased", SpecialStatus.HospitalBased),
        ("ascBased", SpecialStatus.AscBased),
        ("facilityBased", SpecialStatus.FacilityBased),
    ];

    /// <summary>The single status of a word, or null.</summary>
    /// <param name="word">For example <c>smallPractice</c>.</param>
    public static SpecialStatus? Of(string word)
    {
        foreach (var (known, status) in Words)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>All statuses with their words.</summary>
    public static IReadOnlyList<(string Word, SpecialStatus Status)> All => Words;

    /// <summary>The word of a single status.</summary>
    /// <param name="status">The status.</param>
    public static string Word(SpecialStatus status) => Array.Find(Words, known => known.Status == status).Word ?? "";

    /// <summary>All words, for messages.</summary>
    public static string Vocabulary => string.Join(", ", Words.Select(word => word.Word));

    /// <summary>Whether a status is among those of a participant.</summary>
    /// <param name="statuses">The participant's statuses.</param>
    /// <param name="status">The status asked for.</param>
    public static bool Has(this SpecialStatus statuses, SpecialStatus status) => (statuses & status) != SpecialStatus.None;
}
