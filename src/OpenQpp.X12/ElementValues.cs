using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>Numbers and dates of elements.</summary>
internal static class ElementValues
{
    private const int LongestNumber = 18;
    private const int Cents = 2;

    /// <summary>An amount of money; null where the element is empty or wrong, which is then a problem.</summary>
    public static decimal? Money(this Segment segment, int element, ProblemList problems) => Number(segment, element, Cents, "an amount in dollars and cents", problems);

    /// <summary>A number of units; null where the element is empty or wrong, which is then a problem.</summary>
    public static decimal? Units(this Segment segment, int element, ProblemList problems) => Number(segment, element, LongestNumber, "a number", problems);

    /// <summary>An amount that must be there; 0 where it is not, which is then a problem.</summary>
    public static decimal RequiredMoney(this Segment segment, int element, ProblemList problems)
    {
        if (segment[element].Length == 0)
        {
            problems.Add(ProblemCode.X12_ELEMENT, segment.Place(element), "The amount is missing. Ask the sender for a corrected file.");
        }

        return segment.Money(element, problems) ?? 0m;
    }

    /// <summary>A date YYYYMMDD, or the first day of a period YYYYMMDD-YYYYMMDD; null where it is empty or wrong, which is then a problem.</summary>
    public static DateOnly? Date(this Segment segment, int element, ProblemList problems)
    {
        var text = segment[element];
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length is 8 or 17 && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        problems.Add(ProblemCode.X12_ELEMENT, segment.Place(element), "The date is not of the form YYYYMMDD, or does not exist. Ask the sender for a corrected file.");
        return null;
    }

    private static decimal? Number(Segment segment, int element, int decimals, string what, ProblemList problems)
    {
        var text = segment[element];
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length <= LongestNumber && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number.Scale <= decimals)
        {
            return number;
        }

        problems.Add(ProblemCode.X12_ELEMENT, segment.Place(element), $"The element is not {what}. Ask the sender for a corrected file.");
        return null;
    }
}
