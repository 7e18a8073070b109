using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>A cost measure in one year.</summary>
/// <param name="Id">The measure id, for example <c>MSPB_1</c>.</param>
/// <param name="Title">The official title.</param>
/// <param name="CaseMinimum">Fewest cases for scoring, 414.1350(c).</param>
/// <param name="GroupsOnly">Scored for groups only.</param>
/// <param name="Suppressed">Left out for the year, 414.1380(b)(2)(v).</param>
/// <param name="Benchmark">The benchmark, or null where there is none.</param>
/// <param name="Programs">Programs under which it is scored; null where CMS published none.</param>
public sealed record CostMeasure(string Id, string Title, Finding CaseMinimum, bool GroupsOnly, bool Suppressed, Benchmark? Benchmark, string[]? Programs)
{
    /// <summary>What the episodes or patients of a group cost on average in the nation, dollars; null where CMS published none.</summary>
    public decimal? AverageOfGroups { get; init; }

    /// <summary>The same of individuals, dollars.</summary>
    public decimal? AverageOfIndividuals { get; init; }
}

/// <summary>What the law says of an administrative claims quality measure in one year.</summary>
/// <param name="Id">The measure id, for example <c>479</c>.</param>
/// <param name="CaseMinimum">Fewest cases for scoring.</param>
/// <param name="Clinicians">Fewest eligible clinicians.</param>
/// <param name="Individuals">Individuals are scored on it in traditional MIPS.</param>
/// <param name="Groups">Groups and virtual groups are scored on it in traditional MIPS.</param>
public sealed record AdministrativeClaimsMeasure(string Id, Finding CaseMinimum, Finding Clinicians, bool Individuals, bool Groups);
