using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;

namespace OpenQpp.YearRun;

/// <summary>A line of eligibility.ndjson.</summary>
internal static class AnswerLine
{
    /// <summary>Writes an answer.</summary>
    /// <param name="to">Where to; null where nobody wants it.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="law">The law of the year.</param>
    public static void Write(Stream? to, EligibilityAnswer answer, YearLaw law)
    {
        if (to is null)
        {
            return;
        }

        using (var json = new Utf8JsonWriter(to))
        {
            EligibilityJson.Write(json, answer, law, withExplanation: false);
        }

        to.WriteByte((byte)'\n');
    }
}
