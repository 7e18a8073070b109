using System.Text;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>What a part comes to under a law, as it is kept between steps.</summary>
internal sealed class PartResults
{
    private readonly RowTexts texts = new();

    /// <summary>Scores of groups, subgroups and individuals.</summary>
    public List<UnitScore> Scores { get; } = [];

    /// <summary>A row for every TIN/NPI, by TIN and NPI.</summary>
    public List<ClinicianRow> Clinicians { get; } = [];

    /// <summary>Clinicians of APM Entities who are alike, counted.</summary>
    public Dictionary<RollUpRow, int> RollUp { get; } = [];

    /// <summary>MIPS eligible clinician types and clinicians of each APM Entity.</summary>
    public Dictionary<string, EntityMembers> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>What was found; kept in a file of its own.</summary>
    public List<RunProblem> Problems { get; } = [];

    /// <summary>Results in which a bonus could not be known, by level.</summary>
    public Dictionary<ParticipationOption, long> WithoutReference { get; } = [];

    /// <summary>Percents of units that reported a pathway.</summary>
    public List<(string Mvp, decimal? Quality, decimal? Cost)> Pathways { get; } = [];

    /// <summary>NPIs of pairs that did not bill in the performance year.</summary>
    public HashSet<string> Movers { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes scores and rows.</summary>
    /// <param name="stream">Where to.</param>
    public void WriteRows(Stream stream)
    {
        using var to = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        Write(to, Scores, score => score.Write(to));
        var places = new StandingPlaces(Clinicians);
        Write(to, places.All, standing => standing.Write(to));
        to.Write(Clinicians.Count);
        for (var place = 0; place < Clinicians.Count; place++)
        {
            Clinicians[place].Write(to, places[place]);
        }
    }

    /// <summary>Reads scores and rows.</summary>
    /// <param name="bytes">What was written.</param>
    public static PartResults ReadRows(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes));
        var results = new PartResults();
        Read(from, () => results.Scores.Add(UnitScore.Read(from)));
        var standings = new StandingRow[from.ReadInt32()];
        for (var place = 0; place < standings.Length; place++)
        {
            standings[place] = StandingRow.Read(from, results.texts);
        }

        Read(from, () => results.Clinicians.Add(ClinicianRow.Read(from, results.texts, standings)));
        return results;
    }

    /// <summary>Writes what is joined over all parts.</summary>
    /// <param name="stream">Where to.</param>
    public void WriteShared(Stream stream)
    {
        using var to = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        Write(to, RollUp.OrderBy(pair => pair.Key.EntityId, StringComparer.Ordinal).ThenBy(pair => pair.Key.Tin, StringComparer.Ordinal).ToArray(), pair => pair.Key.Write(to, pair.Value));
        Write(to, Entities.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray(), pair => pair.Value.Write(to, pair.Key));
        Write(to, WithoutReference.OrderBy(pair => pair.Key).ToArray(), pair =>
        {
            to.Write((byte)pair.Key);
            to.Write(pair.Value);
        });
        Write(to, Pathways, pathway =>
        {
            to.Write(pathway.Mvp);
            to.Write(pathway.Quality is not null);
            to.Write(pathway.Quality ?? 0m);
            to.Write(pathway.Cost is not null);
            to.Write(pathway.Cost ?? 0m);
        });
        Write(to, Clinicians.Where(clinician => !clinician.IsOfYear).Select(clinician => clinician.Npi).ToHashSet(StringComparer.Ordinal), to.Write);
    }

    /// <summary>Adds what another part wrote to be joined.</summary>
    /// <param name="bytes">What it wrote.</param>
    public void AddShared(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes));
        Read(from, () =>
        {
            var (row, clinicians) = RollUpRow.Read(from);
            RollUp[row] = RollUp.GetValueOrDefault(row) + clinicians;
        });
        Read(from, () =>
        {
            var (id, members) = (from.ReadString(), EntityMembers.Read(from));
            if (!Entities.TryAdd(id, members))
            {
                Entities[id].Add(members);
            }
        });
        Read(from, () =>
        {
            var (level, count) = ((ParticipationOption)from.ReadByte(), from.ReadInt64());
            WithoutReference[level] = WithoutReference.GetValueOrDefault(level) + count;
        });
        Read(from, () =>
        {
            var (mvp, hasQuality, quality, hasCost, cost) = (from.ReadString(), from.ReadBoolean(), from.ReadDecimal(), from.ReadBoolean(), from.ReadDecimal());
            Pathways.Add((mvp, hasQuality ? quality : null, hasCost ? cost : null));
        });
        Read(from, () => Movers.Add(from.ReadString()));
    }

    private static void Write<T>(BinaryWriter to, IReadOnlyCollection<T> list, Action<T> write)
    {
        to.Write(list.Count);
        foreach (var one in list)
        {
            write(one);
        }
    }

    private static void Read(BinaryReader from, Action read)
    {
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            read();
        }
    }
}
