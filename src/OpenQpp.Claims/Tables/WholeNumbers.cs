using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>The whole numbers of a query that gives one row.</summary>
internal static class WholeNumbers
{
    /// <summary>Asks for them.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="query">The query.</param>
    /// <param name="count">How many numbers.</param>
    public static long[] Of(IColumnEngine engine, string query, int count)
    {
        var numbers = new long[count];
        engine.Read(query, rows =>
        {
            for (var column = 0; column < count; column++)
            {
                numbers[column] = rows[column].Longs[0];
            }

            return true;
        });
        return numbers;
    }
}
