namespace OpenQpp.Vocabulary;

/// <summary>The set of rules under which a participant reports.</summary>
public enum ReportingOption
{
    /// <summary>Traditional MIPS, 414.1380.</summary>
    Traditional,

    /// <summary>A MIPS Value Pathway, 414.1365 (performance year 2023 on).</summary>
    Mvp,

    /// <summary>The APM Performance Pathway, 414.1367 (performance year 2021 on).</summary>
    App,

    /// <summary>The APM scoring standard, 414.1370 (performance years 2017 to 2020).</summary>
    ApmScoringStandard,
}

/// <summary>The words for the reporting options.</summary>
public static class ReportingOptions
{
    /// <summary>The word in results: traditional, mvp, app, apmScoringStandard.</summary>
    /// <param name="option">The option.</param>
    public static string Word(this ReportingOption option) => option switch
    {
        ReportingOption.Traditional => "traditional",
        ReportingOption.Mvp => "mvp",
        ReportingOption.App => "app",
        _ => "apmScoringStandard",
    };

    /// <summary>The option of a word, or null.</summary>
    /// <param name="word">traditional, mvp, app, apmScoringStandard.</param>
    public static ReportingOption? Of(string word) => word switch
    {
        "traditional" => ReportingOption.Traditional,
        "mvp" => ReportingOption.Mvp,
        "app" => ReportingOption.App,
        "apmScoringStandard" => ReportingOption.ApmScoringStandard,
        _ => null,
    };
}
