using System.Globalization;

namespace OpenQpp.YearRun;

/// <summary>Draws charts as SVG. Every chart names itself to a reader and stands beside a table with the same numbers.</summary>
internal static class Chart
{
    private const int Width = 720;
    private const int Height = 260;
    private const int Left = 70;
    private const int Right = 12;
    private const int Top = 14;
    private const int Bottom = 44;
    private const int Ticks = 4;

    /// <summary>Upright bars.</summary>
    /// <param name="id">Id of the chart in the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What can be seen.</param>
    /// <param name="bars">Name and height of each bar, not negative.</param>
    public static string Bars(string id, string title, string description, IReadOnlyList<(string Name, decimal Value)> bars)
    {
        var most = bars.Count == 0 ? 1m : decimal.Max(bars.Max(bar => bar.Value), 1m);
        var drawing = new List<string> { Axis(0m, most) };
        var step = (decimal)(Width - Left - Right) / Math.Max(bars.Count, 1);
        // With many bars there is room for some of their names only.
        var every = Math.Max(1, (bars.Count + 12) / 13);
        for (var place = 0; place < bars.Count; place++)
        {
            var (x, y) = (Left + (step * place), Y(bars[place].Value, 0m, most));
            drawing.Add($"<rect class=\"bar\" x=\"{At(x + (step * 0.1m))}\" y=\"{At(y)}\" width=\"{At(step * 0.8m)}\" height=\"{At(Height - Bottom - y)}\"/>");
            if (place % every == 0)
            {
                drawing.Add($"<text x=\"{At(x + (step / 2m))}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{Html.Safe(bars[place].Name)}</text>");
            }
        }

        return Frame(id, title, description, drawing);
    }

    /// <summary>A line over scores from 0 to 100.</summary>
    /// <param name="id">Id of the chart in the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What can be seen.</param>
    /// <param name="pieces">Points of the line; between pieces it jumps.</param>
    public static string Line(string id, string title, string description, IReadOnlyList<IReadOnlyList<(decimal Score, decimal Percent)>> pieces)
    {
        var all = pieces.SelectMany(piece => piece).Select(point => point.Percent).Append(0m).ToArray();
        var (least, most) = (all.Min(), decimal.Max(all.Max(), 0.01m));
        var drawing = new List<string> { Axis(least, most) };
        for (var score = 0; score <= 100; score += 10)
        {
            drawing.Add($"<text x=\"{At(X(score))}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{score.ToString(CultureInfo.InvariantCulture)}</text>");
        }

        drawing.Add($"<line class=\"zero\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{At(Y(0m, least, most))}\" y2=\"{At(Y(0m, least, most))}\"/>");
        drawing.AddRange(pieces.Select(piece => $"<polyline class=\"curve\" points=\"{string.Join(' ', piece.Select(point => $"{At(X(point.Score))},{At(Y(point.Percent, least, most))}"))}\"/>"));
        return Frame(id, title, description, drawing);
    }

    private static string Frame(string id, string title, string description, IEnumerable<string> drawing) =>
        $"<svg role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {Width} {Height}\"><title id=\"{id}-title\">{Html.Safe(title)}</title><desc id=\"{id}-desc\">{Html.Safe(description)}</desc>\n{string.Join('\n', drawing)}\n</svg>";

    private static string Axis(decimal least, decimal most)
    {
        var lines = new List<string>();
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var value = least + ((most - least) * tick / Ticks);
            var y = At(Y(value, least, most));
            lines.Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\"/><text x=\"{Left - 6}\" y=\"{y}\" text-anchor=\"end\" dominant-baseline=\"middle\">{(most - least >= 100m ? Html.Whole((long)value) : Html.Number(value))}</text>");
        }

        return string.Join('\n', lines);
    }

    private static decimal X(decimal score) => Left + ((Width - Left - Right) * score / 100m);

    private static decimal Y(decimal value, decimal least, decimal most) => Height - Bottom - ((Height - Bottom - Top) * (value - least) / (most - least));

    private static string At(decimal place) => decimal.Round(place, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
