namespace OpenQpp.Law;

/// <summary>Reads the tables of pathways.</summary>
internal static class PathwayTables
{
    public static IEnumerable<Mvp> Mvps(YearLaw law)
    {
        if (law.Find("cms/mvps") is not { } table)
        {
            yield break;
        }

        var (id, title, population, outcome, survey) =
            (table.Column("mvp"), table.Column("title"), table.Column("population health"), table.Column("outcome claims"), table.Column("survey"));
        for (var row = 0; row < table.Rows; row++)
        {
            yield return new(table.Text(row, id), table.Text(row, title), table.List(row, population), table.List(row, outcome), table.IsYes(row, survey));
        }
    }

    public static AppMeasure[] App(YearLaw law)
    {
        if (law.Find("app-measures") is not { } table)
        {
            return [];
        }

        var (program, id, forms, computed) = (table.Column("program"), table.Column("measure"), table.Column("forms"), table.Column("computed"));
        return [.. Enumerable.Range(0, table.Rows).Select(row =>
            new AppMeasure(table.Text(row, program), table.Text(row, id), table.List(row, forms), table.IsYes(row, computed)))];
    }
}
