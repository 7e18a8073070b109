using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Reads the lists that <c>services run</c> is given.</summary>
/// <param name="engine">Reads them.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class ServiceLists(IColumnEngine engine, ProblemList problems)
{
    private static readonly Dictionary<string, CareClass> Classes = new(StringComparer.Ordinal)
    {
        ["PCP"] = CareClass.PrimaryCarePhysician,
        ["NPP"] = CareClass.NonPhysician,
        ["SPEC"] = CareClass.Specialist,
        ["OTHER"] = CareClass.Other,
    };

    private static readonly string[] SpecialtyColumns = ["code", "class"];
    private static readonly string[] ServiceColumns = ["profile", "code", "from", "until", "not_in_snf"];

    /// <summary>Classes by specialty code: code, class (PCP, NPP, SPEC, OTHER).</summary>
    /// <param name="path">The file.</param>
    public Dictionary<string, CareClass> Specialties(string path)
    {
        var found = new Dictionary<string, CareClass>(StringComparer.Ordinal);
        SourceTable.Open(path, SpecialtyColumns, [], engine, problems)?.Read(engine, problems, cells =>
        {
            var (code, word) = (Capitals(cells.Text(0)), Encoding.UTF8.GetString(cells.Text(1)));
            var isWhole = cells.Required(0) & cells.Required(1);
            if (isWhole && !Classes.ContainsKey(word))
            {
                cells.Problem(ProblemCode.UNKNOWN_WORD, 1, $"'{ShownText.Of(word)}' is no class: {string.Join(", ", Classes.Keys)}.");
            }
            else if (isWhole && !found.TryAdd(code, Classes[word]))
            {
                cells.Problem(ProblemCode.DUPLICATE_ROW, 0, "The specialty has a row already. Keep one.");
            }
        });
        return found;
    }

    /// <summary>Services of primary care of a profile: profile, code, from, until, not_in_snf.</summary>
    /// <param name="path">The file.</param>
    /// <param name="profile">The profile.</param>
    public IReadOnlyList<PrimaryCareCode> PrimaryCare(string path, string profile)
    {
        var (found, before) = (new List<PrimaryCareCode>(), problems.Found.Count);
        SourceTable.Open(path, ServiceColumns, [], engine, problems)?.Read(engine, problems, cells =>
        {
            var isWhole = cells.Required(0) & cells.Required(1) & cells.Required(4);
            var (from, until) = (cells.Day(2), cells.Day(3));
            if (isWhole && CellText.FlagOf(cells.Text(4)) is null)
            {
                cells.Problem(ProblemCode.UNKNOWN_WORD, 4, "Here stands Y or N. Correct it.");
            }
            else if (isWhole && string.Equals(Encoding.UTF8.GetString(cells.Text(0)), profile, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(new(Capitals(cells.Text(1)), from is { } first ? CellText.Date(first) : null, until is { } last ? CellText.Date(last) : null, CellText.FlagOf(cells.Text(4)) == 1));
            }
        });
        if (found.Count == 0 && problems.Found.Count == before)
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$.primaryCare", $"The list has no row of the profile '{profile}'. Add them, or take another profile with --set primaryCareCodeProfile.");
        }

        return found;
    }

    private static string Capitals(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).ToUpperInvariant();
}
