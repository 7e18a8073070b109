using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>One line of an outline.</summary>
/// <param name="Depth">How deep it stands, from 0.</param>
/// <param name="Says">The sentence.</param>
/// <param name="Basis">The paragraph of 42 CFR or the named guide on which it rests; null for what was not taken.</param>
/// <param name="IsRepeated">It stands above with all its parts.</param>
public sealed record OutlineLine(int Depth, string Says, string? Basis = null, bool IsRepeated = false)
{
    /// <summary>The sentence with its basis.</summary>
    public string Text => (Basis is null ? Says : $"{Says} [{Basis}]") + (IsRepeated ? " (see above)" : "");
}

/// <summary>
/// An explanation as an outline for people. The short form leaves out numbers that stand in the sentence above them
/// (inputs, parameters) and steps that change nothing; the full form leaves out nothing.
/// </summary>
public static class ExplanationOutline
{
    /// <summary>The lines of an outline.</summary>
    /// <param name="root">The finding to explain.</param>
    /// <param name="full">Whether to leave out nothing.</param>
    public static IEnumerable<OutlineLine> Of(Finding root, bool full)
    {
        var outline = new Outline(full);
        outline.Add(root, 0);
        return outline.Lines;
    }

    private static string Says(Finding finding)
    {
        var sentence = Sentence.Of(finding);
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";
    }

    private static bool IsSaidAbove(Finding finding) => finding.How is How.Given or How.Parameter or How.Published or How.Assumed;

    /// <summary>The finding whose parts are worth showing: steps that change nothing are passed over.</summary>
    private static Finding BelowIdleSteps(Finding finding)
    {
        while (IsIdle(finding) && finding.Rejected.IsEmpty && !IsSaidAbove(finding.Parts[0]))
        {
            finding = finding.Parts[0];
        }

        return finding;
    }

    private static bool IsIdle(Finding finding) =>
        finding.How is How.Rounding or How.Minimum or How.Maximum or How.Choice
        && finding.HasNumber
        && !finding.Parts.IsEmpty
        && finding.Parts[0].NumberOrNull is { } first
        && Math.Abs(first - finding.Number) < 0.01m;

    private sealed class Outline(bool full)
    {
        private readonly HashSet<Finding> explained = new(ReferenceEqualityComparer.Instance);

        public List<OutlineLine> Lines { get; } = [];

        public void Add(Finding finding, int depth)
        {
            var isRepeated = !finding.Parts.IsEmpty && !explained.Add(finding);
            Lines.Add(new(depth, Says(finding), finding.Label.Basis, isRepeated));
            if (isRepeated)
            {
                return;
            }

            var shown = full ? finding : BelowIdleSteps(finding);
            for (var place = 0; place < shown.Parts.Length; place++)
            {
                var part = shown.Parts[place];
                if ((full || !IsSaidAbove(part)) && !IsAmong(part, shown.Parts[..place]))
                {
                    Add(part, depth + 1);
                }
            }

            AddRejected(finding, depth + 1);
            if (!ReferenceEquals(shown, finding))
            {
                AddRejected(shown, depth + 1);
            }
        }

        private void AddRejected(Finding finding, int depth)
        {
            foreach (var rejection in finding.Rejected)
            {
                Lines.Add(new(depth, $"Not taken: {Sentence.Of(rejection)}"));
                if (full)
                {
                    Add(rejection.Finding, depth + 1);
                }
            }
        }

        private static bool IsAmong(Finding finding, ReadOnlySpan<Finding> others)
        {
            foreach (var other in others)
            {
                if (ReferenceEquals(other, finding))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
