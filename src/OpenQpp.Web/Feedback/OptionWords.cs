using OpenQpp.Access;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Reporting and participation options in CMS's words.</summary>
public static class OptionWords
{
    /// <summary>A participation option, for example <c>APM Entity</c>.</summary>
    /// <param name="option">The option.</param>
    public static string Of(ParticipationOption option) => option switch
    {
        ParticipationOption.VirtualGroup => "Virtual group",
        ParticipationOption.ApmEntity => "APM Entity",
        _ => Display.Capital(option.Word()),
    };

    /// <summary>A kind of owner, for example <c>Virtual group</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(OwnerKind kind) => kind switch
    {
        OwnerKind.Practice => "Practice",
        OwnerKind.ApmEntity => "APM Entity",
        OwnerKind.VirtualGroup => "Virtual group",
        OwnerKind.Registry => "Registry",
        OwnerKind.Subgroup => "Subgroup",
        OwnerKind.Clinician => "Clinician",
        _ => "Portal",
    };

    /// <summary>A reporting option, for example <c>APM Performance Pathway</c>.</summary>
    /// <param name="option">The option.</param>
    public static string Of(ReportingOption option) => option switch
    {
        ReportingOption.Traditional => "Traditional MIPS",
        ReportingOption.Mvp => "MIPS Value Pathway",
        ReportingOption.App => "APM Performance Pathway",
        _ => "APM scoring standard",
    };

    /// <summary>The way of scoring of a result.</summary>
    /// <param name="result">The result.</param>
    public static string Of(ScoredCase result)
    {
        var pathway = result.MvpId is { } id ? $" {id} ({result.Law.Catalogue.Pathways[id].Title})" : "";
        return $"{Of(result.ReportingOption)}{pathway}, {Of(result.ParticipationOption).ToLowerInvariant().Replace("apm", "APM", StringComparison.Ordinal)}{(result.Facility is null ? "" : ", facility-based")}";
    }
}
