using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>What stands in the cells of a column.</summary>
internal enum CellForm
{
    /// <summary>Text that must be there.</summary>
    Key,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Dollars with at most two decimals.</summary>
    Money,

    /// <summary>A number with at most three decimals.</summary>
    Units,

    /// <summary>Y, N or blank.</summary>
    Flag,

    /// <summary>The word of a setting.</summary>
    Setting,

    /// <summary>A year, which must be there.</summary>
    Year,

    /// <summary>A month, 1 to 12, which must be there.</summary>
    Month,

    /// <summary>A TIN, which must be there.</summary>
    Tin,

    /// <summary>An NPI, which must be there.</summary>
    Npi,

    /// <summary>A ZIP code: five digits, and whatever follows.</summary>
    Zip,

    /// <summary>A ZIP code, which must be there.</summary>
    ListedZip,
}

/// <summary>What is asked of cells by their <see cref="CellForm"/>.</summary>
internal static class CellForms
{
    private static readonly string Settings = string.Join(", ", ClaimSettings.All.Select(setting => setting.Word()));

    /// <summary>Whether a type of SQL is text.</summary>
    public static bool IsText(string type) => type is "VARCHAR" || type.StartsWith("ENUM", StringComparison.Ordinal);

    /// <summary>Whether a column of a type holds such cells. Text has kept its leading zeros, money its cents. Names of claims, lines and beneficiaries may be numbers.</summary>
    public static bool Fits(this CellForm form, string type)
    {
        var isWhole = type.EndsWith("INT", StringComparison.Ordinal) || type is "INTEGER" or "UINTEGER";
        return IsText(type) || form switch
        {
            CellForm.Key or CellForm.Year or CellForm.Month => isWhole,
            CellForm.Money => isWhole || HasScale(type, 2),
            CellForm.Units => isWhole || HasScale(type, 3),
            CellForm.Date => type is "DATE",
            _ => false,
        };
    }

    /// <summary>Whether such a cell must be filled.</summary>
    public static bool MustBeThere(this CellForm form) => form is CellForm.Key or CellForm.Year or CellForm.Month or CellForm.Tin or CellForm.Npi or CellForm.ListedZip;

    /// <summary>Which type is asked for.</summary>
    public static string WantedType(this CellForm form) => form switch
    {
        CellForm.Money => "Give amounts as DECIMAL(12, 2), never as floating point.",
        CellForm.Units => "Give units as DECIMAL(12, 3), never as floating point.",
        CellForm.Date => "Give dates as DATE.",
        CellForm.Year or CellForm.Month => "Give it as a whole number.",
        _ => "Give it as text: as a number it loses leading zeros.",
    };

    /// <summary>What is wrong with a cell that is not empty; null where nothing is.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="cell">The cell, UTF-8.</param>
    /// <param name="text">The same as text.</param>
    public static (ProblemCode Code, string Message)? Wrong(this CellForm form, ReadOnlySpan<byte> cell, string text) => form switch
    {
        CellForm.Money when !CellText.TryCents(cell, out _) => (ProblemCode.NUMBER_OUT_OF_RANGE, "Here stands an amount below a thousand million dollars with at most two decimals, with a point and without thousands separators. Correct it."),
        CellForm.Units when !CellText.TryUnits(cell, out _) => (ProblemCode.NUMBER_OUT_OF_RANGE, "Here stands a number with at most three decimals, with a point and without thousands separators. Correct it."),
        CellForm.Date when !CellText.TryDay(cell, out _) => (ProblemCode.NOT_A_DATE, "A date has the form YYYY-MM-DD and exists. Correct it."),
        CellForm.Flag when CellText.FlagOf(cell) is null => (ProblemCode.UNKNOWN_WORD, $"'{ShownText.Of(text)}' is neither Y nor N."),
        CellForm.Setting when ClaimSettings.Of(text) is null => (ProblemCode.UNKNOWN_WORD, $"'{ShownText.Of(text)}' is no setting of a claim line: {Settings}."),
        CellForm.Year when !CellText.TryYear(cell, out _) => (ProblemCode.NUMBER_OUT_OF_RANGE, "A year has four digits. Correct it."),
        CellForm.Month when !CellText.TryMonth(cell, out _) => (ProblemCode.NUMBER_OUT_OF_RANGE, "A month is a number from 1 to 12. Correct it."),
        CellForm.Tin when !CellText.TryTin(cell, out _) => (ProblemCode.TIN_FORM, "A TIN has nine digits, leading zeros included. Give all nine as text."),
        CellForm.Npi when !CellText.TryNpi(cell, out _) => (ProblemCode.NPI_FORM, "An NPI has ten digits. Give all ten as text."),
        CellForm.Zip or CellForm.ListedZip when !CellText.IsZip(cell) => (ProblemCode.ZIP_FORM, "A ZIP code begins with five digits, leading zeros included. Correct it."),
        _ => null,
    };

    private static bool HasScale(string type, int most) =>
        type.StartsWith("DECIMAL(", StringComparison.Ordinal) && int.TryParse(type[(type.IndexOf(',', StringComparison.Ordinal) + 1)..^1], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var scale) && scale <= most;
}
