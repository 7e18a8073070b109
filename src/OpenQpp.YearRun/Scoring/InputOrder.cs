namespace OpenQpp.YearRun;

/// <summary>Sorts what mostly comes sorted, as the files of the input are as a rule.</summary>
internal static class InputOrder
{
    /// <summary>Sorts a list by TIN and NPI, unless it is sorted.</summary>
    /// <param name="list">The list.</param>
    /// <param name="keyOf">TIN and NPI of one of them.</param>
    public static void SortByTinAndNpi<T>(this List<T> list, Func<T, (string Tin, string Npi)> keyOf)
    {
        for (var place = 1; place < list.Count; place++)
        {
            if (Compare(keyOf(list[place - 1]), keyOf(list[place])) > 0)
            {
                list.Sort((one, other) => Compare(keyOf(one), keyOf(other)));
                return;
            }
        }
    }

    /// <summary>Puts a few among many, both sorted.</summary>
    /// <param name="list">The many.</param>
    /// <param name="few">The few.</param>
    /// <param name="keyOf">TIN and NPI of one of them.</param>
    public static void InsertByTinAndNpi<T>(this List<T> list, IEnumerable<T> few, Func<T, (string Tin, string Npi)> keyOf)
    {
        var place = 0;
        foreach (var one in few)
        {
            while (place < list.Count && Compare(keyOf(list[place]), keyOf(one)) <= 0)
            {
                place++;
            }

            list.Insert(place, one);
        }
    }

    /// <summary>The order of two by TIN and NPI.</summary>
    /// <param name="one">TIN and NPI of the one.</param>
    /// <param name="other">TIN and NPI of the other.</param>
    public static int Compare((string Tin, string Npi) one, (string Tin, string Npi) other)
    {
        var order = ReferenceEquals(one.Tin, other.Tin) ? 0 : string.CompareOrdinal(one.Tin, other.Tin);
        return order != 0 ? order : string.CompareOrdinal(one.Npi, other.Npi);
    }
}
