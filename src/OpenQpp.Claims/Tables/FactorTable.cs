using System.Globalization;
using System.Runtime.InteropServices;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>The factors of a payment year: those of each clinician together, found by NPI and then by TIN.</summary>
/// <param name="mode">Who pays, which decides what a clinician without a row of the TIN takes over.</param>
internal sealed class FactorTable(PayerMode mode)
{
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const int LeastSlots = 1 << 10;
    private const int NoRow = -1;

    /// <summary>A TIN that no row has.</summary>
    private const string OtherTin = "";

    private static readonly FactorCells Unknown = FactorCells.Of(LineFactor.NotKnown);

    private readonly List<(int Tin, FactorRow Row, int Next)> given = [];
    private (long Key, int Head, FactorCells Other)[] slots = new (long, int, FactorCells)[LeastSlots];
    private (int Tin, int Next, FactorCells Cells)[] rows = [];
    private int used;

    /// <summary>Rows.</summary>
    public int Count => given.Count;

    /// <summary>Adds a row; false where the TIN/NPI has one.</summary>
    /// <param name="tin">The TIN.</param>
    /// <param name="npi">The NPI.</param>
    /// <param name="row">What the file says.</param>
    public bool Add(int tin, long npi, FactorRow row)
    {
        if (used * 2 >= slots.Length)
        {
            Grow();
        }

        var slot = SlotOf(KeyOf(npi));
        if (slots[slot].Key == 0)
        {
            slots[slot] = (KeyOf(npi), NoRow, default);
            used++;
        }

        for (var at = slots[slot].Head; at >= 0; at = given[at].Next)
        {
            if (given[at].Tin == tin)
            {
                return false;
            }
        }

        given.Add((tin, row, slots[slot].Head));
        slots[slot].Head = given.Count - 1;
        return true;
    }

    /// <summary>Asks the rule for every row, and for the clinician under any other TIN. No row is added afterwards.</summary>
    public void Complete()
    {
        rows = new (int, int, FactorCells)[given.Count];
        var (ofClinician, single) = (new List<FactorRow>(), new Dictionary<(RowStanding?, decimal?), (FactorCells Own, FactorCells Other)>());
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot].Key == 0)
            {
                continue;
            }

            if (given[slots[slot].Head] is { Next: NoRow } only)
            {
                // Of a clinician with one row the score is not compared with any: the same status and percent have the same answer.
                ref var answer = ref CollectionsMarshal.GetValueRefOrAddDefault(single, (only.Row.Standing, only.Row.Percent), out var isKnown);
                answer = isKnown ? answer : (Of(only.Row.Tin, [only.Row]), Of(OtherTin, [only.Row]));
                rows[slots[slot].Head] = (only.Tin, NoRow, answer.Own);
                slots[slot].Other = answer.Other;
                continue;
            }

            ofClinician.Clear();
            for (var at = slots[slot].Head; at >= 0; at = given[at].Next)
            {
                ofClinician.Add(given[at].Row);
            }

            slots[slot].Other = Of(OtherTin, ofClinician);
            for (var at = slots[slot].Head; at >= 0; at = given[at].Next)
            {
                rows[at] = (given[at].Tin, given[at].Next, Of(given[at].Row.Tin, ofClinician));
            }
        }

        given.Clear();
        given.TrimExcess();
    }

    /// <summary>The factor of a line.</summary>
    /// <param name="pair">Its TIN and NPI.</param>
    public FactorCells Find(PairId pair)
    {
        if (pair.Npi < 0)
        {
            return pair.Npi == PairId.Blank ? Unknown : FactorCells.None;
        }

        ref readonly var found = ref slots[SlotOf(KeyOf(pair.Npi))];
        if (found.Key == 0)
        {
            return FactorCells.None;
        }

        if (pair.Tin == PairId.Blank)
        {
            return Unknown;
        }

        for (var at = found.Head; at >= 0; at = rows[at].Next)
        {
            if (rows[at].Tin == pair.Tin)
            {
                return rows[at].Cells;
            }
        }

        return found.Other;
    }

    /// <summary>A TIN as text.</summary>
    /// <param name="tin">Its number.</param>
    public static string TinText(int tin) => tin.ToString("D9", CultureInfo.InvariantCulture);

    /// <summary>An NPI as text.</summary>
    /// <param name="npi">Its number.</param>
    public static string NpiText(long npi) => npi.ToString("D10", CultureInfo.InvariantCulture);

    private FactorCells Of(string tin, List<FactorRow> ofClinician) =>
        FactorCells.Of(mode == PayerMode.MedicareAdvantage ? LineFactor.OfMedicareAdvantage(tin, ofClinician) : LineFactor.For(tin, ofClinician));

    /// <summary>0 stands for a free slot.</summary>
    private static long KeyOf(long npi) => npi + 1;

    private int SlotOf(long key)
    {
        var mask = slots.Length - 1;
        var slot = (int)((unchecked((ulong)key * Spread) >> 32) & (ulong)mask);
        while (slots[slot].Key != 0 && slots[slot].Key != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var before = slots;
        slots = new (long, int, FactorCells)[before.Length * 2];
        foreach (var slot in before.Where(slot => slot.Key != 0))
        {
            slots[SlotOf(slot.Key)] = slot;
        }
    }
}
