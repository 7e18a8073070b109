using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>A line of an outline with the lines below it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Below">What it rests on.</param>
public sealed record OutlineNode(OutlineLine Line, IReadOnlyList<OutlineNode> Below)
{
    /// <summary>The outline of a finding as a tree.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="full">Whether to leave out nothing.</param>
    public static OutlineNode Of(Finding finding, bool full)
    {
        var path = new Stack<(int Depth, List<OutlineNode> Below)>();
        OutlineNode? root = null;
        foreach (var line in ExplanationOutline.Of(finding, full))
        {
            while (path.Count > 0 && path.Peek().Depth >= line.Depth)
            {
                path.Pop();
            }

            var below = new List<OutlineNode>();
            var node = new OutlineNode(line, below);
            if (path.Count > 0)
            {
                path.Peek().Below.Add(node);
            }

            root ??= node;
            path.Push((line.Depth, below));
        }

        return root!;
    }
}
