using System.Globalization;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>
/// Writes remittances (X12 835, 005010X221A1) of one payer. Claims are put aside until there are many, then written by practice, so that
/// each payment is known before its claims; memory does not grow with the file. Names of payer, practices and people are made up.
/// </summary>
/// <param name="stream">Takes the file.</param>
public sealed class RemittanceWriter(Stream stream) : IDisposable
{
    private const int MostClaims = 2000;
    private const int DaysToPayment = 30;

    private static readonly Segment Interchange = Segment.Of(
        "ISA", "00", new(' ', 10), "00", new(' ', 10), "ZZ", "PAYER".PadRight(15), "ZZ", "PRACTICES".PadRight(15), "260101", "1200", "^", "00501", "000000001", "0", "T", ":");

    private static readonly Segment Group = Segment.Of("GS", "HP", "PAYER", "PRACTICES", "20260101", "1200", "1", "X", "005010X221A1");

    private readonly InterchangeWriter writer = new(stream, Separators.Usual);
    private readonly Envelope envelope = new(Interchange, Group, Separators.Usual);
    private readonly SortedDictionary<string, List<WrittenClaim>> aside = new(StringComparer.Ordinal);
    private int waiting;
    private long sets;

    /// <summary>Claims that were taken so far.</summary>
    public long Claims { get; private set; }

    /// <summary>Takes a claim.</summary>
    /// <param name="claim">The claim.</param>
    public void Write(WrittenClaim claim)
    {
        var tin = claim.Lines[0].Tin;
        if (!aside.TryGetValue(tin, out var claims))
        {
            aside[tin] = claims = [];
        }

        claims.Add(claim);
        if (++waiting == MostClaims)
        {
            Flush();
        }
    }

    /// <summary>Writes what waits, and ends the file.</summary>
    public void Dispose()
    {
        Flush();
        writer.Dispose();
    }

    private void Flush()
    {
        foreach (var (tin, claims) in aside)
        {
            writer.Write(envelope, Segments(tin, claims));
        }

        aside.Clear();
        waiting = 0;
    }

    private IEnumerable<Segment> Segments(string tin, List<WrittenClaim> claims)
    {
        sets++;
        var control = sets.ToString("0000", CultureInfo.InvariantCulture);
        var date = claims.Max(claim => claim.Lines.Max(line => line.Service)).AddDays(DaysToPayment).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var paid = claims.Sum(claim => claim.Paid);
        yield return Segment.Of("ST", "835", control);
        yield return Segment.Of("BPR", paid > 0m ? "I" : "H", paid.ToString("0.##", CultureInfo.InvariantCulture), paid < 0m ? "D" : "C", paid > 0m ? "CHK" : "NON", "", "", "", "", "", "", "", "", "", "", "", date);
        yield return Segment.Of("TRN", "1", $"TRACE{control}", "1512345678");
        yield return Segment.Of("DTM", "405", date);
        yield return Segment.Of("N1", "PR", "A MADE-UP PAYER");
        yield return Segment.Of("N3", "1 STREET");
        yield return Segment.Of("N4", "TOWN", "MD", "212010000");
        yield return Segment.Of("PER", "BL", "HELP", "TE", "8005550100");
        yield return Segment.Of("N1", "PE", "A MADE-UP PRACTICE", "FI", tin);
        yield return Segment.Of("LX", "1");
        foreach (var claim in claims)
        {
            Claims++;
            foreach (var segment in claim.Segments(Claims))
            {
                yield return segment;
            }
        }
    }
}
