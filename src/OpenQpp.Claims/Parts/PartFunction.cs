using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>
/// Decides of each row whether its beneficiary is in the part. All rows are seen: of their keys each part remembers those whose hash falls
/// to it, so that a key that stands twice is found, of whichever beneficiaries, and no part remembers all.
/// </summary>
/// <param name="name">Its name in SQL.</param>
/// <param name="part">The part.</param>
internal sealed class PartFunction(string name, BeneficiaryPart part) : IDisposable
{
    private readonly ThreadLocal<KeysSeen> seen = new(() => new(), trackAllValues: true);

    /// <summary>The hashes that stand twice.</summary>
    public HashSet<ulong> Twice => KeysSeen.Twice([.. seen.Values]);

    /// <summary>The function, for an engine.</summary>
    public ColumnFunction Function => new(name, [ColumnKind.Text, ColumnKind.Text, ColumnKind.Text], ColumnKind.Whole, Compute);

    /// <summary>Whether a row is in the part, in SQL.</summary>
    /// <param name="beneficiary">Its beneficiary, in SQL.</param>
    /// <param name="claim">The first part of its key; null where keys are not asked for.</param>
    /// <param name="line">The second.</param>
    public string Holds(string beneficiary, string claim, string line) => $"{name}(CAST({beneficiary} AS VARCHAR), CAST({claim} AS VARCHAR), CAST({line} AS VARCHAR)) = 1";

    /// <inheritdoc/>
    public void Dispose() => seen.Dispose();

    private void Compute(Rows given, RowsWriter result)
    {
        var keys = seen.Value!;
        var beneficiary = given[0];
        var claim = given[1];
        var line = given[2];
        var isHere = result.Only.Wholes;
        for (var row = 0; row < given.Count; row++)
        {
            isHere[row] = part.Has(beneficiary.TextOrEmpty(row)) ? 1 : 0;
            var first = CellText.Trim(claim.TextOrEmpty(row));
            var second = CellText.Trim(line.TextOrEmpty(row));
            // What lacks a part of its key is told by the part that has its beneficiary.
            if (!first.IsEmpty && !second.IsEmpty && KeysSeen.Hash(first, second) is var hash && hash % (ulong)part.Parts == (ulong)(part.Number - 1))
            {
                keys.Add(hash);
            }
        }
    }
}
