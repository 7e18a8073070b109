using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>
/// Puts the segments of a transaction set into loops as its grammar says. What does not fit becomes a problem and stays in the nearest
/// loop: nothing is lost. A loop of the unit, the claim, is handed over when it ends and is not kept, so that memory stays bounded.
/// </summary>
internal sealed class LoopReader
{
    private readonly ProblemList problems;
    private readonly bool isOrdered;
    private readonly string unit;
    private readonly Action<Loop, IReadOnlyList<Loop>> take;
    private readonly List<Frame> frames = [];

    /// <summary>A reader of one transaction set.</summary>
    /// <param name="grammar">The grammar.</param>
    /// <param name="isOrdered">The order of segments within a loop is held.</param>
    /// <param name="unit">The loop that is handed over.</param>
    /// <param name="take">Takes the loop, and the loops in which it stands, the outermost first.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public LoopReader(LoopSpec grammar, bool isOrdered, string unit, Action<Loop, IReadOnlyList<Loop>> take, ProblemList problems)
    {
        (this.isOrdered, this.unit, this.take, this.problems) = (isOrdered, unit, take, problems);
        frames.Add(new(grammar, new(grammar.Name)));
    }

    /// <summary>A loop of the unit is kept where it stands, too.</summary>
    public bool KeepsUnits { get; init; }

    /// <summary>The transaction set, without the loops that were handed over.</summary>
    public Loop Root => frames[0].Loop;

    /// <summary>Takes the next segment.</summary>
    public void Add(Segment segment)
    {
        if (!Fits(segment, strictly: true) && !Fits(segment, strictly: false))
        {
            problems.Add(ProblemCode.X12_UNEXPECTED_SEGMENT, segment.Place(), $"A segment of this kind has no place in loop {frames[^1].Spec.Name}. Correct its identifier or its qualifier.");
            frames[^1].Loop.Segments.Add(segment);
        }
    }

    /// <summary>Ends the transaction set.</summary>
    public void End() => Leave(0);

    private bool Fits(Segment segment, bool strictly)
    {
        for (var depth = frames.Count - 1; depth >= 0; depth--)
        {
            var frame = frames[depth];
            if (frame.PlaceOf(segment, isOrdered && strictly, strictly) is var place and >= 0)
            {
                Leave(depth + 1);
                if (!strictly)
                {
                    Tell(segment, frame, frame.Counts[place] >= frame.Spec.Segments[place].Most);
                }

                frame.Take(segment, place);
                return true;
            }

            if (frame.ChildOf(segment, isOrdered && strictly, strictly) is var child and >= 0)
            {
                Leave(depth + 1);
                if (!strictly)
                {
                    Tell(segment, frame, frame.LoopCounts[child] >= frame.Spec.Loops[child].Most);
                }

                Enter(frame, child, segment);
                return true;
            }
        }

        return false;
    }

    private void Tell(Segment segment, Frame frame, bool isTooMany)
    {
        if (isTooMany)
        {
            problems.Add(ProblemCode.X12_TOO_MANY, segment.Place(), $"Loop {frame.Spec.Name} has more of these than it may have. Remove what is too much.");
        }
        else
        {
            problems.Add(ProblemCode.X12_OUT_OF_ORDER, segment.Place(), $"The segment stands in the wrong place of loop {frame.Spec.Name}. Put it where the implementation guide has it.");
        }
    }

    private void Enter(Frame frame, int child, Segment segment)
    {
        var spec = frame.Spec.Loops[child];
        frame.LoopCounts[child]++;
        frame.Child = child;
        var loop = new Loop(spec.Name);
        if (KeepsUnits || !string.Equals(spec.Name, unit, StringComparison.Ordinal))
        {
            frame.Loop.Loops.Add(loop);
        }

        var entered = new Frame(spec, loop);
        entered.Take(segment, 0);
        frames.Add(entered);
    }

    private void Leave(int depth)
    {
        while (frames.Count > depth)
        {
            var frame = frames[^1];
            foreach (var (spec, count) in frame.Spec.Segments.Zip(frame.Counts))
            {
                if (spec.IsRequired && count == 0 && frame.Loop.Segments.Count > 0)
                {
                    problems.Add(ProblemCode.X12_MISSING_SEGMENT, frame.Loop.First.Place(), $"The loop {frame.Spec.Name} that begins here has no segment {spec.Id}{(spec.Qualifiers.Length > 0 ? $" {string.Join(" or ", spec.Qualifiers)}" : "")}. Add it.");
                }
            }

            foreach (var (spec, count) in frame.Spec.Loops.Zip(frame.LoopCounts))
            {
                if (spec.IsRequired && count == 0 && frame.Loop.Segments.Count > 0)
                {
                    problems.Add(ProblemCode.X12_MISSING_SEGMENT, frame.Loop.First.Place(), $"The loop {frame.Spec.Name} that begins here has no loop {spec.Name}, which begins with {spec.Segments[0].Id}. Add it.");
                }
            }

            if (frames.Count == 1)
            {
                return;
            }

            frames.RemoveAt(frames.Count - 1);
            if (string.Equals(frame.Spec.Name, unit, StringComparison.Ordinal))
            {
                take(frame.Loop, [.. frames.Select(outer => outer.Loop)]);
            }
        }
    }

    private sealed class Frame(LoopSpec spec, Loop loop)
    {
        private int place;

        public LoopSpec Spec => spec;

        public Loop Loop => loop;

        public int[] Counts { get; } = new int[spec.Segments.Length];

        public int[] LoopCounts { get; } = new int[spec.Loops.Count];

        /// <summary>The loop within that was entered last; −1 before the first.</summary>
        public int Child { get; set; } = -1;

        /// <summary>The place of a segment among those of the loop, or −1.</summary>
        public int PlaceOf(Segment segment, bool inOrder, bool withinCount)
        {
            for (var at = inOrder ? Child >= 0 ? spec.Segments.Length : place : 0; at < spec.Segments.Length; at++)
            {
                if (spec.Segments[at].Takes(segment) && (at > 0 || loop.Segments.Count == 0) && (!withinCount || Counts[at] < spec.Segments[at].Most))
                {
                    return at;
                }
            }

            return -1;
        }

        /// <summary>The loop within that a segment begins, or −1.</summary>
        public int ChildOf(Segment segment, bool inOrder, bool withinCount)
        {
            for (var at = inOrder ? Math.Max(Child, 0) : 0; at < spec.Loops.Count; at++)
            {
                if (spec.Loops[at].Segments[0].Takes(segment) && (!withinCount || LoopCounts[at] < spec.Loops[at].Most))
                {
                    return at;
                }
            }

            return -1;
        }

        public void Take(Segment segment, int at)
        {
            loop.Segments.Add(segment);
            Counts[at]++;
            place = Math.Max(place, at);
        }
    }
}
