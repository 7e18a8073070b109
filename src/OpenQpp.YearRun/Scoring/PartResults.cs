using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>What a part comes to under a law, as it is kept between steps.</summary>
internal sealed class PartResults
{
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

    public void Write(string path)
    {
        using var to = new BinaryWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
        Write(to, Scores, score => score.Write(to));
        Write(to, Clinicians, clinician => clinician.Write(to));
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
    }

    public static PartResults Read(string path)
    {
        using var from = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
        var results = new PartResults();
        Read(from, () => results.Scores.Add(UnitScore.Read(from)));
        Read(from, () => results.Clinicians.Add(ClinicianRow.Read(from)));
        Read(from, () =>
        {
            var (row, clinicians) = RollUpRow.Read(from);
            results.RollUp.Add(row, clinicians);
        });
        Read(from, () => results.Entities.Add(from.ReadString(), EntityMembers.Read(from)));
        Read(from, () => results.WithoutReference.Add((ParticipationOption)from.ReadByte(), from.ReadInt64()));
        Read(from, () =>
        {
            var (mvp, hasQuality, quality, hasCost, cost) = (from.ReadString(), from.ReadBoolean(), from.ReadDecimal(), from.ReadBoolean(), from.ReadDecimal());
            results.Pathways.Add((mvp, hasQuality ? quality : null, hasCost ? cost : null));
        });
        return results;
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
