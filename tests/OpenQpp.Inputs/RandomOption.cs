using OpenQpp.Law;

namespace OpenQpp.Inputs;

/// <summary>Who reports, and under which programs.</summary>
/// <param name="Entity">individual, group, subgroup, virtualGroup or apm.</param>
/// <param name="Programs">mips, app1, appPlus or ids of MIPS Value Pathways; each brings sets of its own.</param>
public sealed record RandomOption(string Entity, IReadOnlyList<string> Programs)
{
    private const int LastYearOfScoringStandard = 2020;

    /// <summary>Whether the entity is scored under the APM scoring standard.</summary>
    public static bool IsScoringStandard(string entity, YearLaw law) => entity is "apm" && law.Year.Year <= LastYearOfScoringStandard;

    /// <summary>Mostly traditional MIPS, else what the year offers; now and then two programs at once.</summary>
    public static RandomOption Of(Dice dice, YearLaw law)
    {
        var pathways = law.Catalogue.Pathways.Keys.Order(StringComparer.Ordinal).ToArray();
        string[] programs = ["mips", .. new[] { "app1", "appPlus" }.Where(program => law.Catalogue.AppMeasures(program).Length > 0), .. pathways.Length > 0 ? [dice.Of(pathways)] : (string[])[]];
        var program = dice.Chance(45) ? "mips" : dice.Of(programs);
        string[] entities = law.Year.Year == 2017 ? ["individual", "group", "apm"] : ["individual", "individual", "group", "group", "virtualGroup", "apm"];
        string[] entitiesOfPathways = ["individual", "group", "apm", "subgroup"];
        var entity = dice.Of(program switch
        {
            "mips" => entities,
            "app1" or "appPlus" => entitiesOfPathways[..3],
            _ => entitiesOfPathways,
        });
        var isAlone = entity is "virtualGroup" or "subgroup" || IsScoringStandard(entity, law) || dice.Chance(80);
        return new(entity, isAlone ? [program] : [program, .. dice.Some(programs.Where(other => other != program), 1)]);
    }

    /// <summary>Whether a program takes a quality measure by a method.</summary>
    public bool Takes(string program, QualityMeasure measure, YearLaw law) => program switch
    {
        "app1" or "appPlus" => law.Catalogue.AppMeasures(program).Any(required => string.Equals(required.Id, measure.Id, StringComparison.Ordinal) || (Entity is "apm" && required.Forms.Contains(measure.Id, StringComparer.Ordinal))),
        "mips" => measure.Programs is null || measure.Programs.Contains(program, StringComparer.Ordinal),
        _ => measure.Programs?.Contains(program, StringComparer.Ordinal) ?? false,
    };

    /// <summary>Whether the survey may be sent.</summary>
    public bool HasSurvey(string program, YearLaw law) =>
        Entity is not "individual" && (!law.Catalogue.Pathways.TryGetValue(program, out var pathway) || pathway.HasSurvey);

    /// <summary>Whether the Web Interface may be sent.</summary>
    public bool HasWebInterface(string program, YearLaw law) =>
        Entity is not "individual" && law.Catalogue.WebInterfaceMeasures.Count > 0 && program switch
        {
            "mips" => law.Quality.WebInterfaceOffered.Flag,
            "app1" => law.Quality.AppWebInterface == AppWebInterfaceMethod.Groups || (Entity is "apm" && law.Quality.AppWebInterface == AppWebInterfaceMethod.SharedSavingsEntities),
            _ => false,
        };
}
