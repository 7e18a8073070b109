using OpenQpp.Law;

namespace OpenQpp.Program;

/// <summary>Administrative claims quality measures over all years.</summary>
internal static class ClaimsMeasures
{
    /// <summary>Whether some year has a claims measure of this id.</summary>
    public static bool IsKnownInAnyYear(string id, LawBook book) => OfAnyYear(id, book) is not null;

    /// <summary>The measure as a year describes that has it, without that year's benchmark; null where none has.</summary>
    public static QualityMeasure? OfAnyYear(string id, LawBook book)
    {
        foreach (var year in book.Years)
        {
            var catalogue = book.Of(year).Catalogue;
            if (catalogue.AdministrativeClaims.ContainsKey(id) && catalogue.QualityMeasures.TryGetValue(id, out var measure))
            {
                return measure.WithoutBenchmarks();
            }
        }

        return null;
    }
}
