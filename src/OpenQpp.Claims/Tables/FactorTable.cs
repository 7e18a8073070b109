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
    private const int NoRow = FactorFound.NoRow;

    /// <summary>A TIN that no row has.</summary>
    private const string OtherTin = "";

    private static readonly FactorFound Unknown = new(FactorCells.Of(LineFactor.NotKnown), NoRow);
    private static readonly FactorFound None = new(FactorCells.None, NoRow);

    private readonly List<Given> given = [];
    private Slot[] slots = new Slot[LeastSlots];
    private (int Tin, int Next, FactorCells Cells)[] rows = [];
    private int used;

    /// <summary>Rows.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row; false where the TIN/NPI has one.</summary>
    /// <param name="tin">The TIN.</param>
    /// <param name="npi">The NPI.</param>
    /// <param name="said">What the file says.</param>
    public bool Add(int tin, long npi, FactorSaid said)
    {
        if (used * 2 >= slots.Length)
        {
            Grow();
        }

        ref var slot = ref slots[SlotOf(KeyOf(npi))];
        if (slot.Key == 0)
        {
            slot = new(KeyOf(npi), NoRow, 0, default, default);
            used++;
        }

        for (var at = slot.Head; at >= 0; at = given[at].Next)
        {
            if (given[at].Tin == tin)
            {
                return false;
            }
        }

        given.Add(new(tin, slot.Head, said));
        slot = slot with { Head = Count++ };
        return true;
    }

    /// <summary>Asks the rule for every row, and for the clinician under any other TIN. No row is added afterwards.</summary>
    public void Complete()
    {
        rows = new (int, int, FactorCells)[Count];
        var (ofClinician, single) = (new List<FactorRow>(), new Dictionary<(RowStanding?, decimal?), (FactorCells Own, FactorCells Other)>());
        for (var place = 0; place < slots.Length; place++)
        {
            ref var slot = ref slots[place];
            if (slot.Key == 0)
            {
                continue;
            }

            var first = given[slot.Head];
            if (first.Next == NoRow)
            {
                // Of a clinician with one row the score is not compared with any: the same status and percent have the same answer.
                ref var answer = ref CollectionsMarshal.GetValueRefOrAddDefault(single, (first.Said.Standing, first.Said.Percent), out var isKnown);
                answer = isKnown ? answer : (Of(TinText(first.Tin), [first.Row]), Of(OtherTin, [first.Row]));
                slot = slot with { HeadTin = first.Tin, HeadCells = answer.Own, Other = answer.Other };
                rows[slot.Head] = (first.Tin, NoRow, answer.Own);
                continue;
            }

            ofClinician.Clear();
            for (var at = slot.Head; at >= 0; at = given[at].Next)
            {
                ofClinician.Add(given[at].Row);
            }

            for (var at = slot.Head; at >= 0; at = given[at].Next)
            {
                rows[at] = (given[at].Tin, given[at].Next, Of(TinText(given[at].Tin), ofClinician));
            }

            slot = slot with { HeadTin = first.Tin, HeadCells = rows[slot.Head].Cells, Other = Of(OtherTin, ofClinician) };
        }

        given.Clear();
        given.TrimExcess();
    }

    /// <summary>The factor of a line.</summary>
    /// <param name="pair">Its TIN and NPI.</param>
    public FactorFound Find(PairId pair)
    {
        if (pair.Npi < 0)
        {
            return pair.Npi == PairId.Blank ? Unknown : None;
        }

        ref readonly var slot = ref slots[SlotOf(KeyOf(pair.Npi))];
        if (slot.Key == 0)
        {
            return None;
        }

        if (slot.HeadTin == pair.Tin)
        {
            return new(slot.HeadCells, slot.Head);
        }

        if (pair.Tin == PairId.Blank)
        {
            return Unknown;
        }

        for (var at = rows[slot.Head].Next; at >= 0; at = rows[at].Next)
        {
            if (rows[at].Tin == pair.Tin)
            {
                return new(rows[at].Cells, at);
            }
        }

        return new(slot.Other, NoRow);
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
        slots = new Slot[before.Length * 2];
        foreach (var slot in before.Where(slot => slot.Key != 0))
        {
            slots[SlotOf(slot.Key)] = slot;
        }
    }

    /// <summary>What the file says of a TIN/NPI, and where the next row of the clinician stands.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Given(int Tin, int Next, FactorSaid Said)
    {
        public FactorRow Row => new(TinText(Tin), Said.Standing, Said.FinalScore, Said.Percent);
    }

    /// <summary>A clinician: the first row, which most have alone, stands beside it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(long Key, int Head, int HeadTin, FactorCells HeadCells, FactorCells Other);
}
