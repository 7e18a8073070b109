using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>What a nation comes to under a law.</summary>
/// <param name="Law">The law.</param>
/// <param name="Nation">Scores of virtual groups and APM Entities.</param>
/// <param name="Assignment">Which score counts.</param>
/// <param name="Movers">What the performance year gave those who bill under another TIN in the payment year.</param>
/// <param name="Statistics">Statistics.</param>
/// <param name="Scaling">The scaling of the year.</param>
/// <param name="Pathways">Percents of units that reported a pathway, in the order of their TINs.</param>
/// <param name="Missing">What is told once for many results.</param>
internal sealed record LawRun(
    RunLaw Law,
    NationScoring Nation,
    Assignment Assignment,
    IReadOnlyDictionary<string, List<(string Tin, Outcome Outcome)>> Movers,
    Statistics Statistics,
    ScalingRun Scaling,
    IReadOnlyList<(string Mvp, decimal? Quality, decimal? Cost)> Pathways,
    IReadOnlyList<RunProblem> Missing)
{
    /// <summary>From the scores of the parts to the factors of the nation.</summary>
    /// <param name="law">The law.</param>
    /// <param name="setup">The run.</param>
    /// <param name="facts">What the parts share.</param>
    /// <param name="work">Where the parts are.</param>
    /// <param name="parts">How many there are.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="progress">Takes how many parts are done.</param>
    public static LawRun Of(RunLaw law, RunSetup setup, NationFacts facts, WorkFolder work, int parts, int threads, Progress progress)
    {
        var shared = new PartResults();
        for (var part = 0; part < parts; part++)
        {
            shared.AddShared(PartFile.Read(work.OfPart(law.Name, part), PartSection.Shared));
        }

        var nation = new NationScoring(setup, facts, law.Law);
        using (var virtualGroups = File.Create(work.At($"{law.Name}-virtualGroups")))
        using (var entities = File.Create(work.At($"{law.Name}-entities")))
        {
            nation.Run(shared.Entities, shared.RollUp, virtualGroups, entities, threads);
        }

        foreach (var (level, count) in nation.WithoutReference)
        {
            shared.WithoutReference[level] = shared.WithoutReference.GetValueOrDefault(level) + count;
        }

        shared.Pathways.AddRange(nation.Pathways);
        var assignment = new Assignment(nation, law.Law);
        var (statistics, movers) = Count(shared.Movers, assignment, law, work, parts, threads, progress);
        return new(law, nation, assignment, movers, statistics, ScalingRun.For(statistics.Whole.Scores, law.Law.Payment), shared.Pathways, Told(shared.WithoutReference, setup));
    }

    /// <summary>The outcomes of a part.</summary>
    /// <param name="results">The part.</param>
    public Outcome[] OutcomesOf(PartResults results) => Assignment.Of(results, Movers);

    /// <summary>Counts everybody, and notes what those reached in the performance year who bill elsewhere in the payment year.</summary>
    private static (Statistics Statistics, Dictionary<string, List<(string Tin, Outcome Outcome)>> Movers) Count(HashSet<string> npis, Assignment assignment, RunLaw law, WorkFolder work, int parts, int threads, Progress progress)
    {
        var (whole, rows, pairs) = (new Statistics(), new Dictionary<string, List<(string Tin, Outcome Outcome)>>(StringComparer.Ordinal), new List<ClinicianRow>());
        // Parts are joined in their order, whichever is ready first: of scores that are equal, 100 and 100.0, the first one met is kept and written.
        var joined = new InOrder<(Statistics Own, List<(ClinicianRow Row, Outcome Outcome)> Moving)>(part => Join(part.Own, part.Moving));
        Each(parts, threads, part =>
        {
            var results = PartResults.ReadRows(PartFile.Read(work.OfPart(law.Name, part), PartSection.Rows));
            var (own, outcomes) = (new Statistics(), assignment.Of(results, null));
            var moving = new List<(ClinicianRow Row, Outcome Outcome)>();
            for (var place = 0; place < outcomes.Length; place++)
            {
                var clinician = results.Clinicians[place];
                if (clinician.IsOfYear)
                {
                    own.Add(clinician, outcomes[place]);
                }

                if (npis.Contains(clinician.Npi))
                {
                    moving.Add((clinician, outcomes[place]));
                }
            }

            joined.Add(part, (own, moving));
            progress.Add(1);
        });
        foreach (var known in rows.Values)
        {
            known.Sort((one, other) => string.CompareOrdinal(one.Tin, other.Tin));
        }

        pairs.ForEach(pair => whole.Add(pair, assignment.OfMover(pair, rows.GetValueOrDefault(pair.Npi) ?? [])));
        return (whole, rows);

        void Join(Statistics own, List<(ClinicianRow Row, Outcome Outcome)> moving)
        {
            whole.Add(own);
            pairs.AddRange(moving.Select(one => one.Row).Where(row => !row.IsOfYear));
            foreach (var (row, outcome) in moving.Where(one => one.Row.IsOfYear))
            {
                if (!rows.TryGetValue(row.Npi, out var known))
                {
                    rows.Add(row.Npi, known = []);
                }

                known.Add((row.Tin, outcome));
            }
        }
    }

    /// <summary>Does something for each part, on several threads at once.</summary>
    /// <param name="parts">How many parts.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="work">What to do.</param>
    public static void Each(int parts, int threads, Action<int> work)
    {
        try
        {
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, parts), EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = threads }, work);
        }
        catch (AggregateException faults)
        {
            // The first fault says what is wrong; those of other threads follow from it or are the same.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    private static RunProblem[] Told(Dictionary<ParticipationOption, long> missing, RunSetup setup)
    {
        var told = missing.Select(pair => new RunProblem(
            Consequence.Note,
            ProblemCode.REFERENCE_MISSING,
            InputTable.Reference,
            0,
            "$.complexPatient",
            new(pair.Key, "", ""),
            "Median, mean and standard deviation of a risk indicator are not given for this level: the complex patient bonus is not known and adds 0. Add them.") { Rows = pair.Value });
        return setup.HasCharges
            ? [.. told]
            : [new(Consequence.Note, ProblemCode.REFERENCE_MISSING, InputTable.Charges, 0, "", null, "There is no charges.csv: all allowed charges count as 0, and no scaling factor can follow from them. Add it."), .. told];
    }
}
