using System.Diagnostics.CodeAnalysis;

namespace OpenQpp.Law;

/// <summary>A parameter is not recorded for the year that was asked for. Law is never carried forward.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named as one would say it.")]
[SuppressMessage("Design", "CA1032", Justification = "It means nothing without the parameter and the year.")]
[SuppressMessage("Design", "MA0058", Justification = "Named as one would say it.")]
public sealed class NoParameterForYear : Exception
{
    /// <summary>A parameter is not recorded for a year.</summary>
    /// <param name="key">The parameter's key, for example <c>payment/performance-threshold</c>.</param>
    /// <param name="year">The law that was asked.</param>
    public NoParameterForYear(string key, string year)
        : base($"No '{key}' is recorded for {year}. Add it with its citation to law/parameters/{key}.yaml, or ask for a recorded year.")
    {
        Key = key;
        Year = year;
    }

    /// <summary>The parameter's key.</summary>
    public string Key { get; }

    /// <summary>The law that was asked.</summary>
    public string Year { get; }
}
