using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>What was generated.</summary>
/// <param name="Year">The performance year.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Practices">TINs.</param>
/// <param name="Clinicians">TIN/NPI.</param>
/// <param name="Units">Units whose score was aimed at.</param>
/// <param name="Bytes">Bytes of all files.</param>
public sealed record GeneratedNation(int Year, long Seed, long Practices, long Clinicians, long Units, long Bytes)
{
    /// <summary>Mean bytes of input for a TIN/NPI; no field is padded.</summary>
    public decimal BytesPerClinician => decimal.Round((decimal)Bytes / Math.Max(1, Clinicians), 1);
}

/// <summary>Generates a synthetic nation: the input folder of a year's run, practice after practice in the order of TINs.</summary>
/// <remarks>Everything depends on year, number of clinicians and seed alone. People and practices do not exist.</remarks>
public sealed class NationGenerator
{
    /// <summary>The most clinicians that can be generated.</summary>
    public const long MostClinicians = 3_000_000;

    private readonly YearLaw law;
    private readonly long seed;
    private readonly long clinicians;
    private readonly Shape shape;
    private readonly MeasurePool pool;
    private readonly CaseScorer scorer;
    private readonly ScoreQuota scores;
    private readonly SyntheticIdentifiers identifiers;

    /// <summary>A generator.</summary>
    /// <param name="book">The law of all years.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="clinicians">TIN/NPI in all.</param>
    /// <param name="seed">The seed.</param>
    public NationGenerator(LawBook book, PerformanceYear year, long clinicians, long seed)
    {
        (law, this.seed, this.clinicians) = (book.Of(year), seed, clinicians);
        (shape, pool, identifiers) = (new(year.Year), new(law), new(seed));
        scorer = new(book, new CheckOptions(AllowSyntheticNpi: false));
        scores = new(shape.Scores);
    }

    /// <summary>Writes the nation.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="progress">Told how many TIN/NPI are written.</param>
    public GeneratedNation Write(string folder, Action<long>? progress = null)
    {
        var (practices, written, units) = (0L, 0L, 0L);
        var lowest = law.Eligibility.ExtremeCircumstances.Word is "everyone" ? law.Payment.PerformanceThreshold.Number : 0m;
        using (var files = new NationFiles(folder))
        {
            var planner = new PracticePlanner(law, shape, pool, seed, clinicians);
            var rows = new PracticeRows(files, law, shape);
            var entities = new EntityAssembly(law, clinicians);
            var generation = new UnitGeneration(law, pool, new(scorer), seed);
            using var batch = new UnitBatch(() => new(scorer), scores, files, lowest);
            while (planner.Next() is { } planned)
            {
                var (plan, closed) = entities.Join(planned);
                var random = RandomStream.Of(seed, -2 - plan.Number);
                rows.Write(plan, random);
                rows.Charges(plan, identifiers, random);
                batch.Add(generation.Of(plan, random));
                batch.Add(closed is null ? [] : [Completed(closed, rows, generation)]);
                (practices, written) = (practices + 1, written + plan.Clinicians.Count);
                progress?.Invoke(written);
            }

            batch.Add(entities.Rest().Select(open => Completed(open, rows, generation)));
            batch.Finish();
            units = batch.Aimed;
        }

        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        return new(law.Year.Year, seed, practices, written, units, bytes);
    }

    private static UnitWork Completed(EntityPlan entity, PracticeRows rows, UnitGeneration generation)
    {
        if (entity.Way == Way.ApmEntity)
        {
            rows.Write(entity);
        }

        return generation.Of(entity);
    }
}
