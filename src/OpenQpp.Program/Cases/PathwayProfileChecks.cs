using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks the parts of a profile that facility-based scoring, pathways, subgroups and APM Entities need.</summary>
internal static class PathwayProfileChecks
{
    public static void Check(Submission submission, YearLaw law, ProblemList problems)
    {
        var (profile, root) = (submission.Profile, submission.Root);
        if (profile.Facility is { } facility)
        {
            CheckFacility(facility, $"{root}.profile.facility", problems);
        }

        if (profile.RegisteredMvp is { } registered)
        {
            CheckRegistration(registered, $"{root}.profile.registeredMvp", law, problems);
        }

        if (profile.ApmEntity is { } entity)
        {
            CheckEntity(entity, $"{root}.profile.apmEntity", problems);
        }

        if (submission.EntityType == ParticipationOption.ApmEntity)
        {
            CheckApplication(profile.Reweighted ?? [], $"{root}.profile.reweighted", law, problems);
        }

        if (submission.EntityType == ParticipationOption.Subgroup)
        {
            CheckOwnReweighting(profile.Reweighted ?? [], $"{root}.profile.reweighted", law, problems);
        }
    }

    private static void CheckFacility(Facility facility, string path, ProblemList problems)
    {
        Percent(facility.HvbpScore, path, "hvbpScore", problems);
        Percent(facility.Percentile, path, "percentile", problems);
        Percent(facility.QualityPercentAtPercentile, path, "qualityPercentAtPercentile", problems);
        Percent(facility.CostPercentAtPercentile, path, "costPercentAtPercentile", problems);
    }

    private static void Percent(decimal? value, string path, string field, ProblemList problems)
    {
        if (value is < 0m or > 100m)
        {
            problems.Add(ProblemCode.PERCENT_OUT_OF_RANGE, $"{path}.{field}", "The value lies between 0 and 100. Correct it.");
        }
    }

    private static void CheckRegistration(RegisteredMvp registered, string path, YearLaw law, ProblemList problems)
    {
        if (!law.Catalogue.Pathways.TryGetValue(registered.MvpId, out var pathway))
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, $"{path}.mvpId", $"There is no MIPS Value Pathway '{ShownText.Of(registered.MvpId)}' in {law.Year.Year}. Correct the id.");
            return;
        }

        void Among(string? id, IReadOnlyList<string> known, string field)
        {
            if (id is not null && !known.Contains(id, StringComparer.Ordinal))
            {
                var offered = known.Count == 0 ? "none" : string.Join(", ", known);
                problems.Add(ProblemCode.UNKNOWN_MEASURE, $"{path}.{field}", $"{pathway.Id} offers no such choice '{ShownText.Of(id)}' in {law.Year.Year}. It offers {offered}.");
            }
        }

        Among(registered.PopulationHealthMeasureId, pathway.PopulationHealthMeasures, "populationHealthMeasureId");
        Among(registered.OutcomeAdministrativeClaimsMeasureId, pathway.OutcomeClaimsMeasures, "outcomeAdministrativeClaimsMeasureId");
    }

    private static void CheckEntity(ApmEntityFacts entity, string path, ProblemList problems)
    {
        if (entity.Model is { } model && !ApmModels.Words.Contains(model, StringComparer.Ordinal))
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, $"{path}.model", $"'{ShownText.Of(model)}' is no model. Send {string.Join(", ", ApmModels.Words)}.");
        }

        Percent(entity.QualityPercent, path, "qualityPercent", problems);
        for (var index = 0; index < (entity.PiParticipants?.Length ?? 0); index++)
        {
            var (row, place) = (entity.PiParticipants![index], $"{path}.piParticipants[{index}]");
            if (!Tin.HasForm(row.Tin))
            {
                problems.Add(ProblemCode.TIN_FORM, $"{place}.tin", "A TIN has nine digits. Send all nine as text.");
            }

            if (row.Clinicians <= 0m || decimal.Truncate(row.Clinicians) != row.Clinicians)
            {
                problems.Add(ProblemCode.IMPOSSIBLE_COUNT, $"{place}.clinicians", "A participant has a whole number of clinicians, one at least. Correct it or leave the row out.");
            }

            Percent(row.IndividualPoints, place, "individualPoints", problems);
            Percent(row.GroupPoints, place, "groupPoints", problems);
        }
    }

    /// <summary>An application of an APM Entity covers all four categories, 414.1317(b)(4).</summary>
    private static void CheckApplication(ReweightedCategory[] reweighted, string path, YearLaw law, ProblemList problems)
    {
        var named = reweighted.Where(one => one.Reason is ReweightingReasons.ExtremeCircumstances).Aggregate(CategorySet.None, (set, one) => set | one.Category.Set());
        if (named == CategorySet.None)
        {
            return;
        }

        if (!law.ApmEntity.ExtremeCircumstances.Flag)
        {
            problems.Add(ProblemCode.REWEIGHTING_NOT_IN_YEAR, path, $"In {law.Name} APM Entities could not apply for extreme and uncontrollable circumstances. Remove the entries.");
        }
        else if (named != CategorySet.All)
        {
            problems.Add(ProblemCode.REWEIGHTING_NOT_IN_YEAR, path, "An application of an APM Entity names all four categories. Add the missing ones.");
        }
    }

    /// <summary>A subgroup takes over the reweighting of its group; an application of its own counted in 2023 only, 414.1365(e)(2)(ii).</summary>
    private static void CheckOwnReweighting(ReweightedCategory[] reweighted, string path, YearLaw law, ProblemList problems)
    {
        for (var index = 0; index < reweighted.Length; index++)
        {
            if (reweighted[index].Reason is not ReweightingReasons.ExtremeCircumstances || !law.Eligibility.Membership.SubgroupOwnApplication.Flag)
            {
                problems.Add(ProblemCode.REWEIGHTING_NOT_IN_YEAR, $"{path}[{index}]", $"In {law.Name} a subgroup is reweighted as its group is. Move the entry to profile.affiliatedGroup.reweighted.");
            }
        }
    }
}
