using System.Runtime.InteropServices;

namespace OpenQpp.Files;

/// <summary>Which fields of one object were met, and which of them had a value.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct FieldsSeen
{
    private ulong met;
    private ulong present;

    /// <summary>Where the next field most likely stands in the list of names.</summary>
    public int Likely { get; private set; }

    /// <summary>Notes a field; false when it was met before.</summary>
    public bool Add(int field, bool isNull)
    {
        var bit = 1UL << field;
        if ((met & bit) != 0)
        {
            return false;
        }

        met |= bit;
        present |= isNull ? 0 : bit;
        Likely = field + 1;
        return true;
    }

    /// <summary>Whether a field had a value, readable or not.</summary>
    public readonly bool Has(int field) => (present & (1UL << field)) != 0;

    /// <summary>Whether one of the first fields had a value.</summary>
    public readonly bool HasAnyBelow(int field) => (present & ((1UL << field) - 1)) != 0;
}
