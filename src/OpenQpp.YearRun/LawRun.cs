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
    /// <summary>The kinds of files of a part.</summary>
    public const string Rows = "rows";

    /// <summary>Problems.</summary>
    public const string Problems = "problems";

    /// <summary>From the scores of the parts to the factors of the nation.</summary>
    /// <param name="law">The law.</param>
    /// <param name="setup">The run.</param>
    /// <param name="input">The lines that the parts share.</param>
    /// <param name="work">Where the parts are.</param>
    /// <param name="parts">How many there are.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="progress">Takes how many parts are done.</param>
    public static LawRun Of(RunLaw law, RunSetup setup, PartInput input, WorkFolder work, int parts, int threads, Progress progress)
    {
        var (members, rollUp, movers, pathways, missing) = (new Dictionary<string, EntityMembers>(StringComparer.Ordinal), new Dictionary<RollUpRow, int>(), new HashSet<string>(StringComparer.Ordinal), new List<(string, decimal?, decimal?)>(), new SortedDictionary<ParticipationOption, long>());
        for (var part = 0; part < parts; part++)
        {
            var results = PartResults.Read(work.OfPart(law.Name, Rows, part));
            Gather(results, members, rollUp, pathways, missing);
            movers.UnionWith(results.Clinicians.Where(clinician => !clinician.IsOfYear).Select(clinician => clinician.Npi));
            progress.Add(1);
        }

        var nation = new NationScoring(setup, new(input, law.Law), law.Law);
        using (var virtualGroups = File.Create(work.At($"{law.Name}-virtualGroups")))
        using (var entities = File.Create(work.At($"{law.Name}-entities")))
        {
            nation.Run(members, rollUp, virtualGroups, entities);
        }

        foreach (var (level, count) in nation.WithoutReference)
        {
            missing[level] = missing.GetValueOrDefault(level) + count;
        }

        pathways.AddRange(nation.Pathways);
        var assignment = new Assignment(nation, law.Law);
        var rowsOfMovers = Find(movers, assignment, law, work, parts, threads, progress);
        var statistics = Count(assignment, rowsOfMovers, law, work, parts, threads, progress);
        return new(law, nation, assignment, rowsOfMovers, statistics, ScalingRun.For(statistics.Whole.Scores, law.Law.Payment), pathways, Told(missing, setup));
    }

    /// <summary>The outcomes of a part.</summary>
    /// <param name="results">The part.</param>
    public Outcome[] OutcomesOf(PartResults results) => Assignment.Of(results, Movers);

    private static void Gather(PartResults results, Dictionary<string, EntityMembers> members, Dictionary<RollUpRow, int> rollUp, List<(string, decimal?, decimal?)> pathways, SortedDictionary<ParticipationOption, long> missing)
    {
        foreach (var (id, more) in results.Entities)
        {
            if (!members.TryAdd(id, more))
            {
                members[id].Add(more);
            }
        }

        foreach (var (row, clinicians) in results.RollUp)
        {
            rollUp[row] = rollUp.GetValueOrDefault(row) + clinicians;
        }

        foreach (var (level, count) in results.WithoutReference)
        {
            missing[level] = missing.GetValueOrDefault(level) + count;
        }

        pathways.AddRange(results.Pathways);
    }

    private static Dictionary<string, List<(string Tin, Outcome Outcome)>> Find(HashSet<string> movers, Assignment assignment, RunLaw law, WorkFolder work, int parts, int threads, Progress progress)
    {
        var rows = new Dictionary<string, List<(string Tin, Outcome Outcome)>>(StringComparer.Ordinal);
        if (movers.Count == 0)
        {
            return rows;
        }

        Each(parts, threads, part =>
        {
            var results = PartResults.Read(work.OfPart(law.Name, Rows, part));
            var wanted = results.Clinicians.Where(clinician => clinician.IsOfYear && movers.Contains(clinician.Npi)).ToArray();
            var outcomes = Array.ConvertAll(wanted, clinician => assignment.Of(clinician, results));
            lock (rows)
            {
                foreach (var (clinician, outcome) in wanted.Zip(outcomes))
                {
                    if (!rows.TryGetValue(clinician.Npi, out var known))
                    {
                        rows.Add(clinician.Npi, known = []);
                    }

                    known.Add((clinician.Tin, outcome));
                }
            }

            progress.Add(1);
        });
        foreach (var known in rows.Values)
        {
            known.Sort((one, other) => string.CompareOrdinal(one.Tin, other.Tin));
        }

        return rows;
    }

    private static Statistics Count(Assignment assignment, Dictionary<string, List<(string Tin, Outcome Outcome)>> movers, RunLaw law, WorkFolder work, int parts, int threads, Progress progress)
    {
        var whole = new Statistics();
        Each(parts, threads, part =>
        {
            var results = PartResults.Read(work.OfPart(law.Name, Rows, part));
            var (own, outcomes) = (new Statistics(), assignment.Of(results, movers));
            for (var place = 0; place < outcomes.Length; place++)
            {
                own.Add(results.Clinicians[place], outcomes[place]);
            }

            lock (whole)
            {
                whole.Add(own);
            }

            progress.Add(1);
        });
        return whole;
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

    private static RunProblem[] Told(SortedDictionary<ParticipationOption, long> missing, RunSetup setup)
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
