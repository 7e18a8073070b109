using System.Globalization;
using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Applies factors to files of claim lines: one pass, in which the engine reads and writes and every line is decided by the law.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="book">The law of all years.</param>
/// <param name="overrides">Settings that differ from their default.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class ClaimsAdjustment(AdjustRequest request, LawBook book, IReadOnlyDictionary<string, string> overrides, ProblemList problems)
{
    /// <summary>Name of the file of totals.</summary>
    public const string TotalsName = "totals.csv";

    private const string Result = "openqpp result";
    private const string PartLines = "openqpp_part_line";

    /// <summary>Adjusts the lines and writes what came of it; null where something is wrong. Nothing is written then.</summary>
    public AdjustSummary? Run() => WorkFolder.Work(request.Folder, request.Megabytes, request.Threads, problems, (engine, made) =>
    {
        var name = AdjustFiles.NameOf(request.AsCsv);
        if (Adjust(engine, Files(), Path.Combine(made, name), request.AsCsv, part: null) is not { } tally)
        {
            return null;
        }

        // Both files are whole before one takes its place.
        var pairs = TotalsCsv.Write(Path.Combine(made, TotalsName), tally);
        WorkFolder.Publish(made, request.Folder, [name, TotalsName]);
        return AdjustSummary.Of(name, TotalsName, pairs, tally.ByReason);
    });

    /// <summary>Adjusts the lines of a part and publishes it among the parts; null where something is wrong.</summary>
    /// <param name="part">The part.</param>
    public PartSummary? Run(BeneficiaryPart part)
    {
        var files = Files();
        return !problems.IsEmpty ? null : new PartRun(part, new(request.Folder, AdjustFiles.Parts), problems).Run(() => MadeOf(part, files), request.Megabytes, request.Threads, (engine, made) =>
        {
            using var function = new PartFunction(PartLines, part);
            if (Adjust(engine, files, Path.Combine(made, AdjustFiles.PartLines), asCsv: false, function) is not { } tally)
            {
                return null;
            }

            TotalsCsv.Write(Path.Combine(made, TotalsName), tally);
            return AdjustFiles.Sums(tally);
        });
    }

    private IReadOnlyList<string> Files() => TableFiles.Of(request.Claims, problems);

    private MadeOf MadeOf(BeneficiaryPart part, IReadOnlyList<string> files) => new MadeOf()
        .Option("parts", part.Parts.ToString(CultureInfo.InvariantCulture))
        .Under(book.Years.Select(year => book.Of(year, overrides)))
        .Option("mode", request.Mode.ToString())
        .Option(AdjustFiles.Form, AdjustFiles.NameOf(request.AsCsv))
        .Files("claims", files)
        .Files("factors", [request.Factors])
        .Files("fee schedule", request.FeeSchedule is { } schedule ? [schedule] : []);

    /// <summary>Writes the adjusted lines, and tells what was seen; null where something is wrong.</summary>
    private LineTally? Adjust(DuckDbEngine engine, IReadOnlyList<string> files, string path, bool asCsv, PartFunction? part)
    {
        CellFunctions.Define(engine);
        var layouts = ClaimsLayout.Open(files, engine, problems);
        var names = LineSql.Names(layouts);
        foreach (var (name, _) in AdjustColumns.All.Where(column => names.Contains(column.Name, StringComparer.OrdinalIgnoreCase)))
        {
            problems.Add(ProblemCode.DUPLICATE_FIELD, "$.claims", $"The lines have a column '{name}', which is written here. Remove or rename it.");
        }

        var factors = new FactorsReader(request.Mode, problems).Read(request.Factors, engine);
        var schedule = request.FeeSchedule is { } given ? new FeeScheduleReader(problems).Read(given, engine) : null;
        if (!problems.IsEmpty)
        {
            return null;
        }

        using var function = new AdjustFunction(new(book, overrides, factors!, schedule, request.Mode), [.. layouts.SelectMany(layout => layout.Present).Distinct()], remembersKeys: part is null);
        engine.Define(function.Function);
        if (part is not null)
        {
            engine.Define(part.Function);
        }

        // A part of lines whose order is kept keeps the place of each in a column, and is itself in any order.
        if (!TryCopy(engine, function, layouts, LineSql.Of(layouts, part, isOrdered: part is not null && request.AsCsv), path, asCsv))
        {
            return null;
        }

        var tallies = function.Tallies;
        if ((part?.Twice ?? KeysSeen.Twice([.. tallies.Select(tally => tally.Keys)])) is { Count: > 0 } twice)
        {
            new ProblemSearch(engine, problems).Keys(layouts, twice);
        }

        if (!problems.IsEmpty)
        {
            return null;
        }

        foreach (var tally in tallies.Skip(1))
        {
            tallies[0].Add(tally);
        }

        return tallies is [var all, ..] ? all : new LineTally();
    }

    private bool TryCopy(DuckDbEngine engine, AdjustFunction function, ClaimsLayout[] layouts, string lines, string path, bool asCsv)
    {
        var added = string.Join(", ", AdjustColumns.All.Select(column => $"{SqlText.Name(Result)}.{column.Name}"));
        try
        {
            var written = AdjustFiles.Copy(
                engine,
                $"SELECT * EXCLUDE ({SqlText.Name(Result)}), {added} FROM (SELECT *, {AdjustFunction.Name}({function.Arguments}) AS {SqlText.Name(Result)} FROM ({lines}))",
                path,
                asCsv);
            var seen = function.Tallies.Sum(tally => tally.Lines);
            return written == seen ? true : throw new InvalidOperationException($"{written} lines were written and {seen} counted.");
        }
        catch (EngineFault fault) when (fault.InnerException is null or CellFault)
        {
            if (fault.IsOfInput || fault.InnerException is CellFault)
            {
                new ProblemSearch(engine, problems).Cells(layouts);
            }

            if (problems.IsEmpty)
            {
                EngineProblem.Add(problems, fault, "adjust the lines");
            }

            return false;
        }
    }
}
