using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether the automatic policy for extreme and uncontrollable circumstances covers an individual.</summary>
/// <remarks>By the ZIP code of the practice where CMS published counties, everybody in the years of the pandemic, else as CMS states it.</remarks>
[Cfr("414.1380(c)(2)(i)(A)(7)")]
[Cfr("414.1380(c)(2)(i)(A)(8)")]
public static class AutomaticExtremeCircumstances
{
    private const string Basis = "414.1380(c)(2)(i)(A)(8)";
    private const int DigitsOfZip = 5;

    private static readonly Label Stated = new("automatic extreme circumstances", Unit.YesNo, Basis, "CMS states that the automatic policy covers the clinician: {v}");
    private static readonly Label NotStated = new("automatic extreme circumstances", Unit.YesNo, Basis, "nothing is known of extreme circumstances that cover the clinician: {v}");
    private static readonly Label Everyone = new("automatic extreme circumstances", Unit.YesNo, Basis, "the automatic policy covers every individual in this year: {v}");
    private static readonly Label Area = new("automatic extreme circumstances", Unit.YesNo, Basis, "the ZIP code {s} of the practice lies in an area that CMS named: {v}");

    /// <summary>Whether the policy covers a clinician.</summary>
    /// <param name="given">What CMS states, or null.</param>
    /// <param name="zip">ZIP code of the practice, or null; only its first five digits count.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(bool? given, string? zip, YearLaw law)
    {
        if (given is { } stated)
        {
            // The parameter names the paragraph of the year: (A)(7) in 2017, (A)(8) from 2018 on.
            return Finding.Taken(Stated, null, Finding.Given(Stated, stated), law.Eligibility.ExtremeCircumstances);
        }

        return law.Eligibility.ExtremeCircumstances.Word switch
        {
            "everyone" => Finding.Parameter(Everyone, true),
            "zip" when zip is { Length: >= DigitsOfZip } => Finding.Published(Area, law.ExtremeCircumstances.Names(zip[..DigitsOfZip]), zip[..DigitsOfZip]),
            _ => Finding.Assumed(NotStated, false),
        };
    }
}
