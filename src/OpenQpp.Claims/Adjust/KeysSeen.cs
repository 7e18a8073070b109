using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpenQpp.Claims;

/// <summary>
/// The hashes of all keys that were seen, eight bytes each, to find keys that stand twice. Hashes are spread over bundles as they come,
/// so that each bundle can be searched within the cache.
/// </summary>
internal sealed class KeysSeen
{
    private const int Bundles = 1 << 8;
    private const int BundleShift = 56;
    private const int BlockLength = 1 << 12;
    private const ulong First = 0xA0761D6478BD642F;
    private const ulong Second = 0xE7037ED1A0B428DB;

    private readonly List<ulong[]>[] blocks = new List<ulong[]>[Bundles];
    private readonly ulong[][] current = new ulong[Bundles][];
    private readonly int[] used = new int[Bundles];

    /// <summary>The hash of a key.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="line">The line.</param>
    public static ulong Hash(ReadOnlySpan<byte> claim, ReadOnlySpan<byte> line) => Mixed(Mixed(First, claim), line);

    /// <summary>Adds the hash of a key.</summary>
    /// <param name="hash">The hash.</param>
    public void Add(ulong hash)
    {
        var bundle = (int)(hash >> BundleShift);
        var place = used[bundle]++ % BlockLength;
        if (place == 0)
        {
            current[bundle] = GC.AllocateUninitializedArray<ulong>(BlockLength);
            (blocks[bundle] ??= []).Add(current[bundle]);
        }

        current[bundle][place] = hash;
    }

    /// <summary>Hashes that were added more than once; two keys may have the same, so that whoever asks must look at them.</summary>
    /// <param name="parts">What each thread saw.</param>
    public static HashSet<ulong> Twice(IReadOnlyList<KeysSeen> parts)
    {
        var (twice, gate) = (new HashSet<ulong>(), new Lock());
        Parallel.For(0, Bundles, () => Array.Empty<ulong>(), (bundle, _, table) => Search(bundle, parts, table, twice, gate), _ => { });
        return twice;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] Search(int bundle, IReadOnlyList<KeysSeen> parts, ulong[] table, HashSet<ulong> twice, Lock gate)
    {
        var count = parts.Sum(part => (long)part.used[bundle]);
        var size = (int)BitOperations.RoundUpToPowerOf2((ulong)(count * 2) | 1);
        if (table.Length < size)
        {
            table = new ulong[size];
        }
        else
        {
            Array.Clear(table, 0, size);
        }

        foreach (var part in parts)
        {
            for (var (block, left) = (0, part.used[bundle]); left > 0; block++, left -= BlockLength)
            {
                foreach (var hash in part.blocks[bundle][block].AsSpan(0, Math.Min(left, BlockLength)))
                {
                    if (!Put(table, size - 1, hash))
                    {
                        lock (gate)
                        {
                            twice.Add(hash);
                        }
                    }
                }
            }
        }

        return table;
    }

    /// <summary>0 stands for a free place: a hash of 0 is taken as 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Put(ulong[] table, int mask, ulong hash)
    {
        var wanted = hash == 0 ? 1 : hash;
        var place = (int)(hash & (ulong)mask);
        while (table[place] != 0)
        {
            if (table[place] == wanted)
            {
                return false;
            }

            place = (place + 1) & mask;
        }

        table[place] = wanted;
        return true;
    }

    private static ulong Mixed(ulong hash, ReadOnlySpan<byte> text)
    {
        hash = Folded(hash ^ (ulong)text.Length, First);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(text))
        {
            hash = Folded(hash ^ word, Second);
        }

        var rest = 0UL;
        foreach (var letter in text[(text.Length & ~(sizeof(ulong) - 1))..])
        {
            rest = (rest << 8) | letter;
        }

        return Folded(hash ^ rest, First ^ Second);
    }

    private static ulong Folded(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
