using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks whether the year and the participant know the reporting and participation options of a case.</summary>
internal sealed class OptionChecks(Submission submission, YearLaw law, ProblemList problems)
{
    /// <summary>Programs of CMS that are none of MIPS.</summary>
    private static readonly string[] OtherPrograms = ["cpcPlus", "pcf", "ssp"];

    /// <summary>Whether the rest of the case can be checked.</summary>
    public bool Check()
    {
        var before = problems.Count;
        var root = submission.Root;
        if (submission.EntityType == ParticipationOption.VirtualGroup && !law.Eligibility.VirtualGroups.Flag)
        {
            problems.Add(ProblemCode.OPTION_NOT_IN_YEAR, $"{root}.entityType", $"There were no virtual groups in {law.Year.Year}. Send an individual or a group.");
        }

        if (submission.EntityType == ParticipationOption.Subgroup && !law.Eligibility.Membership.Subgroups.Flag)
        {
            problems.Add(ProblemCode.OPTION_NOT_IN_YEAR, $"{root}.entityType", $"There were no subgroups in {law.Year.Year}. Send an individual or a group.");
        }

        if (submission.ProgramName is { } program)
        {
            CheckProgram(program, set: null);
        }

        foreach (var set in submission.MeasurementSets)
        {
            // What CMS computed belongs to every program, whatever its set says.
            if (set.ProgramName is { } ofSet && set.SubmissionMethod != SubmissionMethod.AdministrativeClaims)
            {
                CheckProgram(ofSet, set);
            }
        }

        if (submission.EntityType == ParticipationOption.Subgroup)
        {
            CheckSubgroup(root);
        }

        return problems.Count == before;
    }

    /// <summary>Where a program stands: in a set, or in the submission.</summary>
    private string PathOf(MeasurementSet? set) => set is null ? $"{submission.Root}.programName" : $"{submission.Root}.measurementSets[{set.Index}].programName";

    private void CheckProgram(string program, MeasurementSet? set)
    {
        if (Array.IndexOf(OtherPrograms, program) >= 0)
        {
            problems.Add(ProblemCode.UNSUPPORTED_OPTION, PathOf(set), $"Program '{program}' is not scored under MIPS. Send mips, app1, appPlus or the id of an MVP.");
            return;
        }

        var isMvp = program.Length == 5 && program[0] is 'G' or 'M' && program.Skip(1).All(char.IsAsciiDigit);
        var isApp = program is Programs.App or Programs.AppPlus;
        if (program is not Programs.TraditionalMips && !isMvp && !isApp)
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, PathOf(set), $"'{ShownText.Of(program)}' is no program. Send mips, app1, appPlus or the id of an MVP.");
        }
        else if ((isMvp && !law.Catalogue.Pathways.ContainsKey(program)) || (isApp && law.Catalogue.AppMeasures(program).Length == 0))
        {
            problems.Add(ProblemCode.OPTION_NOT_IN_YEAR, PathOf(set), $"There was no program '{program}' in {law.Year.Year}. Correct the program or the year.");
        }
        else
        {
            CheckParticipant(program, isMvp, isApp, set);
        }
    }

    private void CheckParticipant(string program, bool isMvp, bool isApp, MeasurementSet? set)
    {
        void NotAllowed(string why) => problems.Add(ProblemCode.PROGRAM_NOT_ALLOWED, PathOf(set), why);

        switch (submission.EntityType)
        {
            case ParticipationOption.VirtualGroup when isMvp || isApp:
                NotAllowed("A virtual group reports traditional MIPS only. Send program mips.");
                break;
            case ParticipationOption.Subgroup when !isMvp:
                NotAllowed("A subgroup reports a MIPS Value Pathway only. Send the id of its MVP.");
                break;
            case not ParticipationOption.ApmEntity when isApp && submission.Profile.ApmParticipation is false:
                NotAllowed("The APM Performance Pathway is for participants of an APM; profile.apmParticipation says no. Correct one of them.");
                break;
            default:
                if (isMvp && submission.Profile.RegisteredMvp is { } registered && !string.Equals(registered.MvpId, program, StringComparison.Ordinal))
                {
                    NotAllowed($"The participant is registered for {ShownText.Of(registered.MvpId)}. Send data of that pathway, or correct profile.registeredMvp.");
                }

                break;
        }
    }

    private void CheckSubgroup(string root)
    {
        var programs = submission.MeasurementSets.Where(set => set.SubmissionMethod != SubmissionMethod.AdministrativeClaims).Select(submission.ProgramOf).Distinct(StringComparer.Ordinal).ToArray();
        if (programs.Length > 1)
        {
            problems.Add(ProblemCode.PROGRAM_NOT_ALLOWED, $"{root}.measurementSets", "A subgroup reports one MIPS Value Pathway. Send the sets of one pathway.");
        }
        else if (programs is [Programs.TraditionalMips] && submission.ProgramName is null && submission.MeasurementSets.All(set => set.ProgramName is null))
        {
            problems.Add(ProblemCode.PROGRAM_NOT_ALLOWED, $"{root}.measurementSets", "A set without programName counts as traditional MIPS, which a subgroup does not report. Add the id of its MVP.");
        }
        else if (programs.Length == 0 && submission.Profile.RegisteredMvp is null)
        {
            problems.Add(ProblemCode.MISSING_FIELD, $"{root}.profile.registeredMvp", "A subgroup without data needs its registration. Add the MVP for which it is registered.");
        }
    }
}
