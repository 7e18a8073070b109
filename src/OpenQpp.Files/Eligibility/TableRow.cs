using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>One row of a year's input, from a line of CSV or an object of JSON. Every cell is read strictly; a cell with a problem counts as empty.</summary>
/// <param name="columns">The columns.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class TableRow(TableColumns columns, ProblemList problems)
{
    private readonly string?[] cells = new string?[columns.Names.Count];
    private string? path;

    /// <summary>The line of the file on which the row begins, where it comes from one.</summary>
    public long Line { get; set; }

    /// <summary>Where a line stands, if not in the file that the columns are named after. It is asked only where something is wrong.</summary>
    public Func<long, string>? PlaceOfLine { get; init; }

    /// <summary>Where the row stands: file and line, or a JSON path.</summary>
    public string Place
    {
        get => path ?? PlaceOfLine?.Invoke(Line) ?? string.Create(CultureInfo.InvariantCulture, $"{columns.File}({Line})");
        set => path = value;
    }

    public string? this[int column]
    {
        get => cells[column];
        set => cells[column] = value is { Length: > 0 } ? value : null;
    }

    public void Clear() => Array.Clear(cells);

    /// <summary>Spaces around a value do not belong to it.</summary>
    public void Trim()
    {
        for (var column = 0; column < cells.Length; column++)
        {
            this[column] = cells[column]?.Trim(' ');
        }
    }

    public string PlaceOf(int column) => $"{Place}.{columns.Names[column]}";

    public void Problem(ProblemCode code, int column, string message) => problems.Add(code, PlaceOf(column), message);

    public string Required(int column)
    {
        if (cells[column] is { } text)
        {
            return text;
        }

        Problem(ProblemCode.MISSING_FIELD, column, $"'{columns.Names[column]}' is needed here. Add it.");
        return "";
    }

    public string Tin(int column)
    {
        var text = Required(column);
        if (text.Length > 0 && !Vocabulary.Tin.HasForm(text))
        {
            Problem(ProblemCode.TIN_FORM, column, "A TIN has nine digits, leading zeros included. Give all nine as text.");
        }

        return text;
    }

    public string Npi(int column, bool allowSynthetic)
    {
        var text = Required(column);
        if (text.Length > 0 && !Vocabulary.Npi.HasForm(text))
        {
            Problem(ProblemCode.NPI_FORM, column, "An NPI has ten digits. Give all ten as text.");
        }
        else if (text.Length > 0 && !allowSynthetic && !Vocabulary.Npi.IsSound(text))
        {
            Problem(ProblemCode.NPI_CHECK_DIGIT, column, "The first digit or the check digit of the NPI is wrong. Correct it, or allow synthetic identifiers.");
        }

        return text;
    }

    public bool? Flag(int column)
    {
        switch (cells[column])
        {
            case null: return null;
            case "Y": return true;
            case "N": return false;
            case var other:
                Problem(ProblemCode.UNKNOWN_WORD, column, $"'{ShownText.Of(other)}' is neither Y nor N.");
                return null;
        }
    }

    public DateOnly? Date(int column)
    {
        if (cells[column] is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Problem(ProblemCode.NOT_A_DATE, column, "A date has the form YYYY-MM-DD and exists. Correct it.");
        return null;
    }

    public Moment? Time(int column)
    {
        if (cells[column] is not { } text)
        {
            return null;
        }

        if (Moment.Of(text) is { } moment)
        {
            return moment;
        }

        Problem(ProblemCode.NOT_A_TIME, column, "A time has the form YYYY-MM-DDTHH:MM:SS with its distance from universal time, for example 2023-12-31T23:59:59-05:00. Correct it.");
        return null;
    }

    public decimal? Number(int column, decimal most) => Number(column, 0m, most);

    public decimal? Number(int column, decimal least, decimal most)
    {
        if (cells[column] is not { } text)
        {
            return null;
        }

        var signs = least < 0m ? NumberStyles.AllowLeadingSign : NumberStyles.None;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | signs, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(ProblemCode.NUMBER_OUT_OF_RANGE, column, string.Create(CultureInfo.InvariantCulture, $"Here stands a number from {least} to {most}, with a point and without thousands separators. Correct it."));
        return null;
    }

    /// <summary>A year of four digits, which must be there.</summary>
    public int? Year(int column)
    {
        var text = Required(column);
        if (text.Length == 4 && text.All(char.IsAsciiDigit) && int.Parse(text, CultureInfo.InvariantCulture) is > 0 and var year)
        {
            return year;
        }

        if (text.Length > 0)
        {
            Problem(ProblemCode.NUMBER_OUT_OF_RANGE, column, "A year has four digits. Correct it.");
        }

        return null;
    }

    /// <summary>A number with no more decimals than may be, unless they are 0, and maybe a sign.</summary>
    public decimal? Scaled(int column, int scale, decimal least, decimal most)
    {
        if (cells[column] is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && decimal.Round(number, scale) == number)
        {
            return number;
        }

        Problem(ProblemCode.NUMBER_OUT_OF_RANGE, column, string.Create(CultureInfo.InvariantCulture, $"Here stands a number from {least} to {most} with at most {scale} decimals, with a point and without thousands separators. Correct it."));
        return null;
    }

    public long? Count(int column)
    {
        if (Number(column, CaseLimits.Number) is not { } number)
        {
            return null;
        }

        if (decimal.Truncate(number) == number)
        {
            return (long)number;
        }

        Problem(ProblemCode.NOT_A_WHOLE_NUMBER, column, "A count is a whole number. Correct it.");
        return null;
    }

    public T? Word<T>(int column, Func<string, T?> find, string known)
        where T : struct
    {
        if (cells[column] is not { } text)
        {
            return null;
        }

        if (find(text) is { } found)
        {
            return found;
        }

        Problem(ProblemCode.UNKNOWN_WORD, column, $"'{ShownText.Of(text)}' is not one of the words that may stand here: {known}.");
        return null;
    }

    public string[] List(int column) => cells[column]?.Split(';') ?? [];
}
