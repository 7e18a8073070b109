namespace OpenQpp.Law;

/// <summary>A MIPS Value Pathway in one year, 414.1365.</summary>
/// <param name="Id">The id, for example <c>G0053</c>.</param>
/// <param name="Title">The official title.</param>
/// <param name="PopulationHealthMeasures">Measures of the foundation, computed by CMS from claims.</param>
/// <param name="OutcomeClaimsMeasures">Outcome measures computed from claims that may be chosen at registration.</param>
/// <param name="HasSurvey">The CAHPS for MIPS survey may be one of the measures.</param>
public sealed record Mvp(
    string Id,
    string Title,
    IReadOnlyList<string> PopulationHealthMeasures,
    IReadOnlyList<string> OutcomeClaimsMeasures,
    bool HasSurvey);

/// <summary>A measure of the APM Performance Pathway in one year, 414.1367(c)(1).</summary>
/// <param name="Program">app1 or appPlus.</param>
/// <param name="Id">The measure, for example <c>001</c>.</param>
/// <param name="Forms">The ids under which it may be sent.</param>
/// <param name="IsComputed">CMS computes it from claims.</param>
public sealed record AppMeasure(string Program, string Id, string[] Forms, bool IsComputed);
