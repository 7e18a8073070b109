namespace OpenQpp.YearRun;

/// <summary>What the file of a part holds, in this order.</summary>
internal enum PartSection
{
    /// <summary>Results of individuals, a line each.</summary>
    Individuals,

    /// <summary>Results of groups.</summary>
    Groups,

    /// <summary>Results of subgroups.</summary>
    Subgroups,

    /// <summary>Answers of eligibility.</summary>
    Eligibility,

    /// <summary>Scores, and a row for every TIN/NPI.</summary>
    Rows,

    /// <summary>What is joined over all parts.</summary>
    Shared,

    /// <summary>Problems.</summary>
    Problems,
}
