using System.Globalization;
using System.Text;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Fills the sentence of a finding with its actual values.</summary>
public static class Sentence
{
    /// <summary>The sentence of a finding.</summary>
    /// <param name="finding">The finding.</param>
    public static string Of(Finding finding) => Fill(finding.Label.Says, finding);

    /// <summary>Why something was not taken.</summary>
    /// <param name="rejection">What was not taken.</param>
    public static string Of(Rejection rejection) => Fill(rejection.Why, rejection.Finding);

    /// <summary>The value of a finding in words.</summary>
    /// <param name="finding">The finding.</param>
    public static string Value(Finding finding) => finding.Kind switch
    {
        ValueKind.Number => ShownNumber.Of(finding.Number, finding.Label.Unit),
        ValueKind.Flag => finding.Flag ? "yes" : "no",
        ValueKind.Word => finding.Word,
        ValueKind.NotScored => "not scored",
        _ => "not known",
    };

    private static string Fill(string says, Finding finding)
    {
        if (!says.Contains('{', StringComparison.Ordinal))
        {
            return says;
        }

        var text = new StringBuilder(says.Length + 32);
        var place = 0;
        while (place < says.Length)
        {
            var open = says.IndexOf('{', place);
            if (open < 0)
            {
                text.Append(says, place, says.Length - place);
                break;
            }

            var close = says.IndexOf('}', open);
            text.Append(says, place, open - place).Append(Filled(says.AsSpan(open + 1, close - open - 1), finding));
            place = close + 1;
        }

        return text.ToString();
    }

    private static string Filled(ReadOnlySpan<char> name, Finding finding)
    {
        switch (name)
        {
            case "v": return Value(finding);
            case "s": return finding.Subject ?? "it";
            case "n": return finding.Parts.Length.ToString(CultureInfo.InvariantCulture);
            default:
                var isSubject = name.EndsWith(".s");
                var part = int.Parse(isSubject ? name[..^2] : name, CultureInfo.InvariantCulture);
                return isSubject ? finding.Parts[part].Subject ?? "it" : Value(finding.Parts[part]);
        }
    }
}
