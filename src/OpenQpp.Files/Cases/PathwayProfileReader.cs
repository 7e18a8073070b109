using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads the parts of a profile that facility-based scoring, pathways, subgroups and APM Entities need.</summary>
internal static class PathwayProfileReader
{
    private static readonly FieldNames FacilityFields =
        new(["name", "hvbpScore", "percentile", "qualityPercentAtPercentile", "costPercentAtPercentile"]);

    private static readonly FieldNames RegisteredMvpFields = new(["mvpId", "populationHealthMeasureId", "outcomeAdministrativeClaimsMeasureId"]);
    private static readonly FieldNames AffiliatedGroupFields = new(["measurementSets", "reweighted", "complexPatient"]);
    private static readonly FieldNames ApmEntityFields = new(["model", "qualityPercent", "piParticipants"]);
    private static readonly FieldNames PiParticipantFields =
        new(["tin", "clinicians", "individualPoints", "groupPoints", "excepted", "optionalPublicHealth"]);

    public static Facility? Facility(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        string? name = null;
        var numbers = new decimal?[FacilityFields.Count];
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(FacilityFields, ref seen)) >= 0)
        {
            if (field == 0)
            {
                name = input.Text();
            }
            else
            {
                numbers[field] = input.Number();
            }
        }

        return new(name, numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    public static RegisteredMvp? RegisteredMvp(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        var texts = new string?[RegisteredMvpFields.Count];
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(RegisteredMvpFields, ref seen)) >= 0)
        {
            texts[field] = input.Text();
        }

        ProfileReader.Require(ref input, seen, RegisteredMvpFields, 1);
        return texts[0] is { } mvp ? new(mvp, texts[1], texts[2]) : null;
    }

    public static AffiliatedGroup? AffiliatedGroup(ref JsonInput input)
    {
        var path = input.Place;
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        var sets = new MeasurementSetReader();
        ReweightedCategory[] reweighted = [];
        ComplexPatient? complexPatient = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(AffiliatedGroupFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case 0: sets.Read(ref input, path); break;
                case 1: reweighted = ProfileReader.ReadReweighted(ref input) ?? []; break;
                default: complexPatient = ComplexPatientReader.Read(ref input); break;
            }
        }

        return new(sets.ToArray(), reweighted, complexPatient);
    }

    public static ApmEntityFacts? ApmEntity(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        string? model = null;
        decimal? quality = null;
        PiParticipant[]? participants = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(ApmEntityFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case 0: model = input.Text(); break;
                case 1: quality = input.Number(); break;
                default: participants = PiParticipants(ref input); break;
            }
        }

        return new(model, quality, participants);
    }

    private static PiParticipant[]? PiParticipants(ref JsonInput input)
    {
        if (!input.EnterList("a list of participants"))
        {
            return null;
        }

        var participants = new List<PiParticipant>();
        for (var index = 0; input.NextItem(index); index++)
        {
            if (input.EnterObject("an object with tin and clinicians") && PiParticipant(ref input) is { } participant)
            {
                participants.Add(participant);
            }
        }

        return [.. participants];
    }

    private static PiParticipant? PiParticipant(ref JsonInput input)
    {
        string? tin = null;
        decimal? clinicians = null, individual = null, group = null;
        bool excepted = false, publicHealth = false;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(PiParticipantFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case 0: tin = input.Text(); break;
                case 1: clinicians = input.Number(); break;
                case 2: individual = input.Number(); break;
                case 3: group = input.Number(); break;
                case 4: excepted = input.Flag() ?? false; break;
                default: publicHealth = input.Flag() ?? false; break;
            }
        }

        ProfileReader.Require(ref input, seen, PiParticipantFields, 2);
        return tin is not null && clinicians is { } number ? new(tin, number, individual, group, excepted, publicHealth) : null;
    }
}
