using System.Globalization;
using System.Runtime.InteropServices;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>A place in a case: a set, a measurement of it, a stratum of that. Made into a path only when something is wrong there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(string Root, int Set, int Measurement = -1, bool InValue = false, int Stratum = -1)
{
    /// <summary>A measurement of the set.</summary>
    public Place Of(Measurement measurement) => this with { Measurement = measurement.Index };

    /// <summary>The value of the measurement.</summary>
    public Place Value => this with { InValue = true };

    /// <summary>A stratum of the value.</summary>
    public Place OfStratum(int index) => this with { Stratum = index };

    /// <summary>The path of a field at this place.</summary>
    public string At(string field) => $"{this}.{field}";

    /// <inheritdoc/>
    public override string ToString()
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Root}.measurementSets[{Set}]");
        path += Measurement >= 0 ? string.Create(CultureInfo.InvariantCulture, $".measurements[{Measurement}]") : "";
        path += InValue ? ".value" : "";
        return path + (Stratum >= 0 ? string.Create(CultureInfo.InvariantCulture, $".strata[{Stratum}]") : "");
    }
}
