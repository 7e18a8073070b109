using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>One way in which a case is scored.</summary>
/// <param name="Reporting">The set of rules.</param>
/// <param name="Program">mips, app1, appPlus or the id of a MIPS Value Pathway.</param>
/// <param name="WeightsTable">The name of its rows in the table of weights.</param>
internal sealed record CaseOption(ReportingOption Reporting, string Program, string WeightsTable)
{
    private const string StandardTable = "apmScoringStandard:";

    /// <summary>Traditional MIPS.</summary>
    public static CaseOption Traditional { get; } = new(ReportingOption.Traditional, Programs.TraditionalMips, "traditional");

    /// <summary>The ways in which a checked case is scored: every program under which something was submitted.</summary>
    /// <param name="submission">The case.</param>
    /// <param name="law">The law of the year.</param>
    public static CaseOption[] Of(Submission submission, YearLaw law)
    {
        if (submission.EntityType == ParticipationOption.ApmEntity && HasScoringStandard(law))
        {
            return [new(ReportingOption.ApmScoringStandard, Programs.TraditionalMips, StandardTable + (ApmModels.ReportsWebInterface(submission) ? "webInterface" : "other"))];
        }

        var programs = new List<string>(1);
        foreach (var set in submission.MeasurementSets)
        {
            if (set.SubmissionMethod != SubmissionMethod.AdministrativeClaims && !programs.Contains(submission.ProgramOf(set)))
            {
                programs.Add(submission.ProgramOf(set));
            }
        }

        programs.Sort(StringComparer.Ordinal);
        return programs switch
        {
            [] => [WithoutData(submission)],
            [var only] => [OfProgram(only)],
            _ => [.. programs.ConvertAll(OfProgram)],
        };
    }

    /// <summary>Whether APM Entities of the year are scored under the APM scoring standard.</summary>
    /// <param name="law">The law of the year.</param>
    public static bool HasScoringStandard(YearLaw law) => law.Weights.Find(StandardTable + "webInterface", smallPractice: false, CategorySet.None) is not null;

    /// <summary>What to score, to show what is missing, where nothing was submitted.</summary>
    private static CaseOption WithoutData(Submission submission) => submission.EntityType switch
    {
        ParticipationOption.Subgroup => OfProgram(submission.Profile.RegisteredMvp!.MvpId),
        ParticipationOption.ApmEntity => OfProgram(Programs.App),
        _ => Traditional,
    };

    private static CaseOption OfProgram(string program) => program switch
    {
        Programs.TraditionalMips => Traditional,
        Programs.App or Programs.AppPlus => new(ReportingOption.App, program, "app"),
        _ => new(ReportingOption.Mvp, program, "mvp"),
    };
}
