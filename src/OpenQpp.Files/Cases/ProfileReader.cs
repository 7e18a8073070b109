using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads the profile: what CMS knows about a participant from elsewhere.</summary>
internal static class ProfileReader
{
    private static readonly FieldNames ProfileFields = new(
    [
        "clinicianTypes", "eligibleClinicians", "specialStatuses", "apmParticipation", "reweighted", "automaticExtremeCircumstances",
        "complexPatient", "priorYear", "qualityFullParticipation", "cahps", "cehrtEdition", "activityParticipation",
        "facility", "registeredMvp", "affiliatedGroup", "apmEntity",
    ]);

    private static readonly FieldNames ReweightedFields = new(["category", "reason"]);
    private static readonly FieldNames PriorYearFields = new(
        ["qualityAchievementPercent", "costPercent", "facilityBased", "sameIdentifier", "qualityCategoryPercent", "costCategoryPercent"]);

    private static readonly FieldNames CahpsFields = new(["registered", "samplingMinimumMet"]);
    private static readonly FieldNames ParticipationFields = new(["participating", "billing"]);

    public static Profile? Read(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        string[]? clinicianTypes = null;
        long? eligibleClinicians = null;
        SpecialStatus? statuses = null;
        bool? apmParticipation = null, automatic = null, fullParticipation = null;
        ReweightedCategory[]? reweighted = null;
        ComplexPatient? complexPatient = null;
        PriorYear? priorYear = null;
        CahpsRegistration? cahps = null;
        string? cehrtEdition = null;
        ActivityParticipation[]? activityParticipation = null;
        Facility? facility = null;
        RegisteredMvp? registeredMvp = null;
        AffiliatedGroup? affiliatedGroup = null;
        ApmEntityFacts? apmEntity = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(ProfileFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case 0: clinicianTypes = ReadTexts(ref input); break;
                case 1: eligibleClinicians = input.Whole(); break;
                case 2: statuses = ReadStatuses(ref input); break;
                case 3: apmParticipation = input.Flag(); break;
                case 4: reweighted = ReadReweighted(ref input); break;
                case 5: automatic = input.Flag(); break;
                case 6: complexPatient = ComplexPatientReader.Read(ref input); break;
                case 7: priorYear = ReadPriorYear(ref input); break;
                case 8: fullParticipation = input.Flag(); break;
                case 9: cahps = ReadCahps(ref input); break;
                case 10: cehrtEdition = input.TextOrNumber(); break;
                case 11: activityParticipation = ReadParticipation(ref input); break;
                case 12: facility = PathwayProfileReader.Facility(ref input); break;
                case 13: registeredMvp = PathwayProfileReader.RegisteredMvp(ref input); break;
                case 14: affiliatedGroup = PathwayProfileReader.AffiliatedGroup(ref input); break;
                default: apmEntity = PathwayProfileReader.ApmEntity(ref input); break;
            }
        }

        return new()
        {
            ClinicianTypes = clinicianTypes,
            EligibleClinicians = eligibleClinicians,
            SpecialStatuses = statuses,
            ApmParticipation = apmParticipation,
            Reweighted = reweighted,
            AutomaticExtremeCircumstances = automatic,
            ComplexPatient = complexPatient,
            PriorYear = priorYear,
            QualityFullParticipation = fullParticipation,
            Cahps = cahps,
            CehrtEdition = cehrtEdition,
            ActivityParticipation = activityParticipation,
            Facility = facility,
            RegisteredMvp = registeredMvp,
            AffiliatedGroup = affiliatedGroup,
            ApmEntity = apmEntity,
        };
    }

    private static string[]? ReadTexts(ref JsonInput input)
    {
        if (!input.EnterList("a list of words"))
        {
            return null;
        }

        var texts = new List<string>();
        for (var index = 0; input.NextItem(index); index++)
        {
            if (input.Text() is { } text)
            {
                texts.Add(text);
            }
        }

        return [.. texts];
    }

    private static SpecialStatus? ReadStatuses(ref JsonInput input)
    {
        if (!input.EnterList("a list of words"))
        {
            return null;
        }

        var statuses = SpecialStatus.None;
        for (var index = 0; input.NextItem(index); index++)
        {
            statuses |= input.Word<SpecialStatus>(SpecialStatuses.Of, SpecialStatuses.Vocabulary) ?? SpecialStatus.None;
        }

        return statuses;
    }

    public static ReweightedCategory[]? ReadReweighted(ref JsonInput input)
    {
        if (!input.EnterList("a list of reweighted categories"))
        {
            return null;
        }

        var reweighted = new List<ReweightedCategory>();
        for (var index = 0; input.NextItem(index); index++)
        {
            if (!input.EnterObject("an object with category and reason"))
            {
                continue;
            }

            PerformanceCategory? category = null;
            string? reason = null;
            var seen = default(FieldsSeen);
            int field;
            while ((field = input.NextField(ReweightedFields, ref seen)) >= 0)
            {
                if (field == 0)
                {
                    category = input.Word<PerformanceCategory>(PerformanceCategories.Of, "quality, cost, ia, pi");
                }
                else
                {
                    reason = input.Text();
                }
            }

            Require(ref input, seen, ReweightedFields, 2);
            if (category is { } known && reason is not null)
            {
                reweighted.Add(new(known, reason));
            }
        }

        return [.. reweighted];
    }

    private static PriorYear? ReadPriorYear(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        decimal? quality = null, cost = null, qualityCategory = null, costCategory = null;
        bool? facilityBased = null, sameIdentifier = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(PriorYearFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case 0: quality = input.Number(); break;
                case 1: cost = input.Number(); break;
                case 2: facilityBased = input.Flag(); break;
                case 3: sameIdentifier = input.Flag(); break;
                case 4: qualityCategory = input.Number(); break;
                default: costCategory = input.Number(); break;
            }
        }

        return new(quality, cost, facilityBased, sameIdentifier, qualityCategory, costCategory);
    }

    private static CahpsRegistration? ReadCahps(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        bool? registered = null, met = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(CahpsFields, ref seen)) >= 0)
        {
            if (field == 0)
            {
                registered = input.Flag();
            }
            else
            {
                met = input.Flag();
            }
        }

        return new(registered, met);
    }

    private static ActivityParticipation[]? ReadParticipation(ref JsonInput input)
    {
        if (!input.EnterObject("an object of activities"))
        {
            return null;
        }

        var activities = new List<ActivityParticipation>();
        while (input.NextEntry() is { } activity)
        {
            if (!input.EnterObject("an object with participating and billing"))
            {
                continue;
            }

            var counts = new long?[2];
            var seen = default(FieldsSeen);
            int field;
            while ((field = input.NextField(ParticipationFields, ref seen)) >= 0)
            {
                counts[field] = input.Whole();
            }

            Require(ref input, seen, ParticipationFields, 2);
            if (activities.Exists(known => string.Equals(known.ActivityId, activity, StringComparison.Ordinal)))
            {
                input.Problem(ProblemCode.DUPLICATE_FIELD, input.Place, "The activity stands twice. Keep one entry.");
            }
            else if (counts is [{ } participating, { } billing])
            {
                activities.Add(new(activity, participating, billing));
            }
        }

        return [.. activities];
    }

    /// <summary>Tells of each of the first <paramref name="count"/> fields that was not seen.</summary>
    public static void Require(ref JsonInput input, FieldsSeen seen, FieldNames names, int count)
    {
        for (var field = 0; field < count; field++)
        {
            if (!seen.Has(field))
            {
                input.Problem(ProblemCode.MISSING_FIELD, $"{input.Place}.{names[field]}", $"'{names[field]}' is missing. Add it.");
            }
        }
    }
}
