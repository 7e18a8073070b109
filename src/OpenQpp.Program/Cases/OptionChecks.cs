using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks whether this version can score the reporting and participation options of a case.</summary>
internal static class OptionChecks
{
    /// <summary>The program of traditional MIPS.</summary>
    public const string TraditionalMips = "mips";

    private static readonly string[] OtherPrograms = ["app1", "appPlus", "cpcPlus", "pcf", "ssp"];

    /// <summary>Whether the rest of the case can be checked.</summary>
    public static bool Check(Submission submission, YearLaw law, ProblemList problems)
    {
        var before = problems.Found.Count;
        var root = submission.Root;
        if (submission.EntityType is ParticipationOption.Subgroup or ParticipationOption.ApmEntity)
        {
            Unsupported(problems, $"{root}.entityType", $"Participation as {submission.EntityType.Word()}");
        }

        if (submission.EntityType == ParticipationOption.VirtualGroup && !law.Eligibility.VirtualGroups.Flag)
        {
            problems.Add(ProblemCode.OPTION_NOT_IN_YEAR, $"{root}.entityType", $"There were no virtual groups in {law.Year.Year}. Send an individual or a group.");
        }

        if (submission.ProgramName is { } program)
        {
            CheckProgram(program, $"{root}.programName", problems);
        }

        foreach (var set in submission.MeasurementSets)
        {
            if (set.ProgramName is { } ofSet)
            {
                CheckProgram(ofSet, $"{root}.measurementSets[{set.Index}].programName", problems);
            }
        }

        void Part(object? part, string name)
        {
            if (part is not null)
            {
                Unsupported(problems, $"{root}.profile.{name}", $"'{name}'");
            }
        }

        Part(submission.Profile.Facility, "facility");
        Part(submission.Profile.RegisteredMvp, "registeredMvp");
        Part(submission.Profile.AffiliatedGroup, "affiliatedGroup");
        Part(submission.Profile.ApmEntity, "apmEntity");

        return problems.Found.Count == before;
    }

    private static void CheckProgram(string program, string path, ProblemList problems)
    {
        if (string.Equals(program, TraditionalMips, StringComparison.Ordinal))
        {
            return;
        }

        var isMvp = program.Length == 5 && program[0] is 'G' or 'M' && program.Skip(1).All(char.IsAsciiDigit);
        if (isMvp || OtherPrograms.Contains(program, StringComparer.Ordinal))
        {
            Unsupported(problems, path, $"Program '{program}'");
        }
        else
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, path, $"'{ShownText.Of(program)}' is no program. Send mips, app1, appPlus or the id of an MVP.");
        }
    }

    private static void Unsupported(ProblemList problems, string path, string what) =>
        problems.Add(
            ProblemCode.UNSUPPORTED_OPTION,
            path,
            $"{what} cannot be scored by this version. It scores individuals, groups and virtual groups under traditional MIPS.");
}
