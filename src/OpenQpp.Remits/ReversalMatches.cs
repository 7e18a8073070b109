using System.Globalization;
using System.Text;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>
/// Reversals with findings and the claims that they take back. A reversal that is the mirror image of its claim undoes what was wrong
/// with it; one whose claim is in none of the files says nothing of what is right. Only reversals with findings are kept.
/// </summary>
internal sealed class ReversalMatches
{
    private readonly Dictionary<string, Stack<(RemittanceFile File, long Segment)>> reversals = new(StringComparer.Ordinal);
    private readonly Dictionary<(RemittanceFile File, long Segment), string> keys = [];
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly HashSet<string> present = new(StringComparer.Ordinal);
    private readonly HashSet<(RemittanceFile File, long Segment)> takenBack = [];

    /// <summary>There are reversals whose claims must be looked for.</summary>
    public bool HasOpen => open.Count > 0;

    /// <summary>Keeps a reversal with findings.</summary>
    public void Add(AuditedClaim claim)
    {
        if (!claim.Claim.IsReversal || !claim.Audit.All.Any())
        {
            return;
        }

        var (signature, key) = (Signature(claim), Key(claim.Remittance, claim.Claim));
        if (!reversals.TryGetValue(signature, out var places))
        {
            reversals[signature] = places = [];
        }

        places.Push(Place(claim));
        keys[Place(claim)] = key;
        open.Add(key);
    }

    /// <summary>Whether a claim has the number of a reversal that is kept.</summary>
    public bool IsOfReversal(Remittance remittance, RemittanceClaim claim) => !claim.IsReversal && open.Contains(Key(remittance, claim));

    /// <summary>Takes a claim with the number of a reversal: where it has findings and the reversal is its mirror image, both come to nothing.</summary>
    public void Match(AuditedClaim claim)
    {
        present.Add(Key(claim.Remittance, claim.Claim));
        if (claim.Audit.All.Any() && reversals.TryGetValue(Signature(claim), out var places) && places.TryPop(out var reversal))
        {
            takenBack.Add(reversal);
            takenBack.Add(Place(claim));
        }
    }

    public bool IsTakenBack(AuditedClaim claim) => takenBack.Contains(Place(claim));

    public bool IsOfUnknown(AuditedClaim claim) => keys.TryGetValue(Place(claim), out var key) && !present.Contains(key);

    private static string Key(Remittance remittance, RemittanceClaim claim) => $"{remittance.PayeeTin}|{claim.PatientControlNumber}";

    private static (RemittanceFile File, long Segment) Place(AuditedClaim claim) => (claim.File, claim.Claim.Loop.First.Number);

    /// <summary>Number and lines of a claim with the amounts that the audit looks at; a reversal's with the other sign.</summary>
    private static string Signature(AuditedClaim claim)
    {
        var sign = claim.Claim.IsReversal ? -1m : 1m;
        var text = new StringBuilder(Key(claim.Remittance, claim.Claim));
        text.Append(CultureInfo.InvariantCulture, $"|{Amount(claim.Claim.Charge)}|{Amount(claim.Claim.Paid)}");
        for (var index = 0; index < claim.Audit.Lines.Count; index++)
        {
            var (line, told) = (claim.Audit.Lines[index], claim.LineAt(index));
            text.Append(CultureInfo.InvariantCulture, $"|{told?.Procedure.Code}:{line.Line.Service:yyyyMMdd}:{Amount(line.Line.Charge)}:{Amount(line.Program.Number)}:{Amount(line.Codes.Adjustment)}:{Amount(line.Codes.SequesteredAmount)}");
        }

        return text.ToString();

        string Amount(decimal amount) => (amount == 0m ? 0m : sign * amount).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
