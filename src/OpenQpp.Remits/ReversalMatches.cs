using System.Globalization;
using System.Text;

namespace OpenQpp.Remits;

/// <summary>
/// Claims with findings and the reversals that take them back. A reversal that is the mirror image of its claim undoes what was wrong
/// with it; one whose claim is in none of the files says nothing of what is right. Claims that are sound are not kept.
/// </summary>
internal sealed class ReversalMatches
{
    private readonly Dictionary<string, Stack<(string File, long Segment)>> flawed = new(StringComparer.Ordinal);
    private readonly List<(string Signature, string Key, (string File, long Segment) Place)> reversals = [];
    private readonly HashSet<(string File, long Segment)> takenBack = [];
    private readonly HashSet<(string File, long Segment)> ofUnknown = [];

    /// <summary>Reversals with findings whose claim was not found among those with findings: the files must be looked through for it.</summary>
    public IReadOnlySet<string> Open { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    public void Add(AuditedClaim claim)
    {
        if (!claim.Audit.All.Any())
        {
            return;
        }

        var signature = Signature(claim);
        if (claim.Claim.IsReversal)
        {
            reversals.Add((signature, Key(claim.Tin, claim.Claim.PatientControlNumber), Place(claim)));
        }
        else if (flawed.TryGetValue(signature, out var places))
        {
            places.Push(Place(claim));
        }
        else
        {
            flawed[signature] = new([Place(claim)]);
        }
    }

    /// <summary>Matches what is its mirror image; the keys of the others are then open.</summary>
    public void Match()
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (signature, key, place) in reversals)
        {
            if (flawed.TryGetValue(signature, out var places) && places.TryPop(out var original))
            {
                takenBack.Add(place);
                takenBack.Add(original);
            }
            else
            {
                open.Add(key);
            }
        }

        Open = open;
    }

    /// <summary>Takes the keys for which a claim is in the files; the reversals of the others are of something unknown.</summary>
    public void Settle(IReadOnlySet<string> present)
    {
        foreach (var (_, key, place) in reversals)
        {
            if (!takenBack.Contains(place) && !present.Contains(key))
            {
                ofUnknown.Add(place);
            }
        }
    }

    public bool IsTakenBack(AuditedClaim claim) => takenBack.Contains(Place(claim));

    public bool IsOfUnknown(AuditedClaim claim) => ofUnknown.Contains(Place(claim));

    public static string Key(string tin, string number) => $"{tin}|{number}";

    private static (string File, long Segment) Place(AuditedClaim claim) => (claim.File.Name, claim.Claim.Loop.First.Number);

    /// <summary>Number and lines of a claim with the amounts that the audit looks at; a reversal's with the other sign.</summary>
    private static string Signature(AuditedClaim claim)
    {
        var sign = claim.Claim.IsReversal ? -1m : 1m;
        var text = new StringBuilder(Key(claim.Tin, claim.Claim.PatientControlNumber));
        text.Append(CultureInfo.InvariantCulture, $"|{Amount(claim.Claim.Charge)}|{Amount(claim.Claim.Paid)}");
        for (var index = 0; index < claim.Audit.Lines.Count; index++)
        {
            var (line, told) = (claim.Audit.Lines[index], claim.LineAt(index));
            text.Append(CultureInfo.InvariantCulture, $"|{told?.Procedure.Code}:{line.Line.Service:yyyyMMdd}:{Amount(line.Line.Charge)}:{Amount(line.Program.Number)}:{Amount(line.Codes.Adjustment)}:{Amount(line.Codes.SequesteredAmount)}");
        }

        return text.ToString();

        string Amount(decimal amount) => (sign * amount).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
