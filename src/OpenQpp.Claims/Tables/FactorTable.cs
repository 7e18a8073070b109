using System.Globalization;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>The factors of a payment year: those of each clinician together, found by NPI and then by TIN.</summary>
/// <param name="mode">Who pays, which decides what a clinician without a row of the TIN takes over.</param>
internal sealed class FactorTable(PayerMode mode)
{
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const int LeastSlots = 1 << 10;
    private const int NoRow = -1;
    private const int TinDigits = 9;
    private const int NpiDigits = 10;

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
        var ofClinician = new List<FactorRow>();
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot].Key == 0)
            {
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
    /// <param name="tin">The TIN of the line, blank where it is not known.</param>
    /// <param name="npi">The NPI of the line, blank where it is not known.</param>
    public FactorCells Find(ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi)
    {
        if (CellText.Digits(npi, NpiDigits) is not { } clinician || slots[SlotOf(KeyOf(clinician))] is not { Key: not 0 } found)
        {
            return CellText.Trim(npi).IsEmpty ? Unknown : FactorCells.None;
        }

        if (CellText.Digits(tin, TinDigits) is not { } practice)
        {
            return CellText.Trim(tin).IsEmpty ? Unknown : found.Other;
        }

        for (var at = found.Head; at >= 0; at = rows[at].Next)
        {
            if (rows[at].Tin == practice)
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
