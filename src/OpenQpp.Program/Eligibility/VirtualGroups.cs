using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>The virtual groups of a year: each checked once, and which one each TIN belongs to.</summary>
internal sealed class VirtualGroups
{
    private readonly Dictionary<string, VirtualGroup> byTin = new(StringComparer.Ordinal);
    private readonly List<VirtualGroup> all = [];

    public VirtualGroups(IReadOnlyList<VirtualGroupPractice> rows, Func<string, PracticeEligibility> practiceOf, YearLaw law)
    {
        // A TIN is in one virtual group at most: the election made first stands, as elections cannot be changed.
        var first = new Dictionary<string, VirtualGroupPractice>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.ElectedAt is not null).OrderBy(row => row.ElectedAt))
        {
            first.TryAdd(row.Tin, row);
        }

        foreach (var group in rows.GroupBy(row => row.VirtualGroupId, StringComparer.Ordinal))
        {
            var electing = group.Select(row => practiceOf(row.Tin).Electing(row, first.TryGetValue(row.Tin, out var elected) && !ReferenceEquals(elected, row), law)).ToArray();
            var found = VirtualGroup.For(group.Key, electing, law);
            all.Add(found);
            foreach (var tin in group.Select(row => row.Tin).Where(tin => !first.TryGetValue(tin, out var elected) || string.Equals(elected.VirtualGroupId, group.Key, StringComparison.Ordinal)))
            {
                byTin.TryAdd(tin, found);
            }
        }
    }

    public IReadOnlyList<VirtualGroup> All => all;

    /// <summary>The virtual group that a TIN elected, whether it stands or not.</summary>
    public VirtualGroup? Of(string tin) => byTin.GetValueOrDefault(tin);
}
