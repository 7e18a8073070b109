namespace OpenQpp.Vocabulary;

/// <summary>The unit of the value of a finding.</summary>
public enum Unit
{
    /// <summary>A plain number: a ratio, a decile, a count of decimals.</summary>
    Number,

    /// <summary>Points of a measure, an activity or the final score.</summary>
    Points,

    /// <summary>Percent, 0 to 100.</summary>
    Percent,

    /// <summary>Percentage points.</summary>
    PercentagePoints,

    /// <summary>Cases: patients, encounters or procedures.</summary>
    Cases,

    /// <summary>Measures or activities.</summary>
    Measures,

    /// <summary>Clinicians.</summary>
    Clinicians,

    /// <summary>Days.</summary>
    Days,

    /// <summary>United States dollars.</summary>
    Dollars,

    /// <summary>The unit of the measure itself, for instance minutes.</summary>
    MeasureUnit,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A word.</summary>
    Word,
}

/// <summary>The words of <see cref="Unit"/>.</summary>
public static class Units
{
    private static readonly string[] Words =
    [
        "number", "points", "percent", "percentage points", "cases", "measures", "clinicians", "days", "dollars",
        "unit of the measure", "yes or no", "word",
    ];

    /// <summary>The word, for example <c>percent</c>.</summary>
    /// <param name="unit">The unit.</param>
    public static string Word(this Unit unit) => Words[(int)unit];

    /// <summary>The unit of a word, or null.</summary>
    /// <param name="word">For example <c>percent</c>.</param>
    public static Unit? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (Unit)index;
    }
}
