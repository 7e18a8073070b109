using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>All parts of a result, made of the same by this program and law.</summary>
/// <param name="Folders">Their folders, in the order of the parts.</param>
/// <param name="Manifests">What each says of itself.</param>
internal sealed record PartsMade(IReadOnlyList<string> Folders, IReadOnlyList<PartManifest> Manifests)
{
    private const int MostNamed = 20;

    /// <summary>Finds them; null where one is missing, damaged, or made of something else than the others.</summary>
    /// <param name="parts">Where they lie.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static PartsMade? Find(PartsFolder parts, int count, ProblemList problems)
    {
        var found = Enumerable.Range(1, count).Select(number => (Number: number, Folder: parts.Published(new(number, count)))).ToArray();
        if (found.Where(part => part.Folder is null).Select(part => part.Number).ToArray() is { Length: > 0 } missing)
        {
            problems.Add(ProblemCode.PART_MISSING, "$.parts", $"Of {count} parts {missing.Length} are missing: {Named(missing)}. Run them (--part K --parts {count}), then merge again.");
            return null;
        }

        var manifests = found.Select(part => (part.Number, Manifest: PartManifest.Read(part.Folder!))).ToArray();
        if (manifests.Where(part => part.Manifest is null || part.Manifest.Number != part.Number).Select(part => part.Number).ToArray() is { Length: > 0 } damaged)
        {
            problems.Add(ProblemCode.PART_DAMAGED, "$.parts", $"Parts that cannot be read, or whose files are not as they were written: {Named(damaged)}. Remove them below '{ShownText.Of(parts.Path)}' and run them again.");
            return null;
        }

        var first = manifests[0].Manifest!;
        foreach (var (number, manifest) in manifests.Where(part => !part.Manifest!.IsMadeOf(first.MadeOf)))
        {
            problems.Add(ProblemCode.PART_DIFFERS, "$.parts", $"Part {number} was not made of the same as part 1: {string.Join(", ", Different(first, manifest!))}. Run all parts of the same inputs with the same options, program and law.");
        }

        return problems.IsEmpty ? new([.. found.Select(part => part.Folder!)], [.. manifests.Select(part => part.Manifest!)]) : null;
    }

    /// <summary>Goes on only where the parts were made by this program under this law; false with a problem.</summary>
    /// <param name="laws">The law of each year that is used.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public bool AreOf(IEnumerable<YearLaw> laws, ProblemList problems)
    {
        var now = new MadeOf().Under(laws).Pairs;
        foreach (var (name, _) in now.Where(pair => pair.Key is MadeOf.Program or MadeOf.Law && !string.Equals(Manifests[0].Of(pair.Key), pair.Value, StringComparison.Ordinal)))
        {
            problems.Add(ProblemCode.PART_DIFFERS, "$.parts", $"The parts were made with another {name} than this one. Merge with the same, or run all parts again.");
        }

        return problems.IsEmpty;
    }

    /// <summary>The settings that differ from their default.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Manifests[0].MadeOf.Where(pair => pair.Key.StartsWith(MadeOf.Setting, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[MadeOf.Setting.Length..], pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The files of one name of all parts.</summary>
    /// <param name="name">The name.</param>
    public IEnumerable<string> Files(string name) => Folders.Select(folder => Path.Combine(folder, name));

    /// <summary>Sums of one name of all parts, added; null where no part has them.</summary>
    /// <param name="name">The name.</param>
    public long[]? Sum(string name) =>
        Manifests.Select(manifest => manifest.Sums.GetValueOrDefault(name)).OfType<long[]>().ToArray() is [var first, ..] all
            ? [.. first.Select((_, place) => all.Sum(sums => sums[place]))]
            : null;

    private static IEnumerable<string> Different(PartManifest one, PartManifest other) =>
        one.MadeOf.Concat(other.MadeOf).Select(pair => pair.Key).Distinct(StringComparer.Ordinal).Where(name => !string.Equals(one.Of(name), other.Of(name), StringComparison.Ordinal)).Select(name => ShownText.Of(name));

    private static string Named(int[] numbers) => string.Join(", ", numbers.Take(MostNamed)) + (numbers.Length > MostNamed ? ", and more" : "");
}
