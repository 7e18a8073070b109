using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>The words for the models of APM Entities.</summary>
internal static class ApmModels
{
    /// <summary>Words that a case may use.</summary>
    public static IReadOnlyList<string> Words { get; } = [SharedSavingsProgram, WebInterface, Other];

    private const string SharedSavingsProgram = "sharedSavingsProgram";
    private const string WebInterface = "webInterface";
    private const string Other = "other";

    /// <summary>An APM Entity that is an ACO of the Shared Savings Program, which is assumed where no model is named.</summary>
    /// <param name="submission">The case.</param>
    public static bool IsSharedSavingsAco(Submission submission) => submission.EntityType == ParticipationOption.ApmEntity && ModelOf(submission) is SharedSavingsProgram;

    /// <summary>A model that reports quality through the CMS Web Interface.</summary>
    /// <param name="submission">The case of an APM Entity.</param>
    public static bool ReportsWebInterface(Submission submission) => ModelOf(submission) is not Other;

    private static string ModelOf(Submission submission) => submission.Profile.ApmEntity?.Model ?? SharedSavingsProgram;
}
