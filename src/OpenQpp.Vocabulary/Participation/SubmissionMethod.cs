using System.Collections.Immutable;

namespace OpenQpp.Vocabulary;

/// <summary>CMS's word for how data reach it; for quality measures it names the collection type.</summary>
/// <remarks>
/// The order is the order in which equal candidates are preferred (eCQM, MIPS CQM, Part B claims, Web Interface) and in
/// which results list them.
/// </remarks>
public enum SubmissionMethod
{
    /// <summary>electronicHealthRecord: eCQMs.</summary>
    ElectronicHealthRecord,

    /// <summary>registry: MIPS CQMs, and QCDR measures where the measure is one.</summary>
    Registry,

    /// <summary>claims: Medicare Part B claims measures.</summary>
    Claims,

    /// <summary>cmsWebInterface.</summary>
    CmsWebInterface,

    /// <summary>certifiedSurveyVendor: the CAHPS for MIPS survey.</summary>
    CertifiedSurveyVendor,

    /// <summary>administrativeClaims: computed by CMS, nothing is submitted.</summary>
    AdministrativeClaims,
}

/// <summary>The words that CMS's data use for the submission methods.</summary>
public static class SubmissionMethods
{
    /// <summary>All methods in the order of preference.</summary>
    public static ImmutableArray<SubmissionMethod> All { get; } = [.. Enum.GetValues<SubmissionMethod>()];

    private static readonly string[] Words =
        ["electronicHealthRecord", "registry", "claims", "cmsWebInterface", "certifiedSurveyVendor", "administrativeClaims"];

    private static readonly string[] Titles =
        ["eCQM", "registry", "Part B claims", "Web Interface", "CAHPS survey", "administrative claims"];

    /// <summary>CMS's word, for example <c>electronicHealthRecord</c>.</summary>
    /// <param name="method">The method.</param>
    public static string Word(this SubmissionMethod method) => Words[(int)method];

    /// <summary>The collection type in a sentence, for example <c>eCQM</c>.</summary>
    /// <param name="method">The method.</param>
    public static string Title(this SubmissionMethod method) => Titles[(int)method];

    /// <summary>The method of a word of CMS's data, or null.</summary>
    /// <param name="word">CMS's word.</param>
    public static SubmissionMethod? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (SubmissionMethod)index;
    }
}
