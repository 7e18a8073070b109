using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace OpenQpp.Vocabulary;

/// <summary>What kind of value a finding has. Not scored, zero and not known are three different things.</summary>
public enum ValueKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A word.</summary>
    Word,

    /// <summary>None: the law took it out of scoring.</summary>
    NotScored,

    /// <summary>None: an input that only CMS has is missing.</summary>
    NotKnown,
}

/// <summary>
/// A value and why it is that value: a node of the explanation. A finding computes its value from its parts in the way
/// that its <see cref="How"/> says, so that value and explanation cannot part.
/// </summary>
public partial class Finding
{
    private static readonly Rejection[] NoRejections = [];

    // Scoring a nation makes more than a hundred million findings: bytes, and parts as each kind has them, keep them small.
    private readonly decimal number;
    private readonly byte how;
    private readonly byte kind;
    private readonly bool flag;

    private Finding(Label label, string? subject, How how, ValueKind kind, decimal number, bool flag)
    {
        Label = label;
        Subject = subject;
        this.how = (byte)how;
        this.kind = (byte)kind;
        this.number = number;
        this.flag = flag;
    }

    /// <summary>Name, unit, legal basis and sentence.</summary>
    public Label Label { get; }

    /// <summary>What it is about, for example a measure and its collection type; null where the name says it all.</summary>
    public string? Subject { get; }

    /// <summary>How the value follows from the parts.</summary>
    public How How => (How)how;

    /// <summary>The kind of value.</summary>
    public ValueKind Kind => (ValueKind)kind;

    /// <summary>The parts, in the order that <see cref="How"/> asks for.</summary>
    public virtual ReadOnlySpan<Finding> Parts => [];

    /// <summary>What the law did not take.</summary>
    public virtual ReadOnlySpan<Rejection> Rejected => [];

    /// <summary>Whether there is a number.</summary>
    public bool HasNumber => Kind == ValueKind.Number;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The finding has no number: a fault in the engine.</exception>
    public decimal Number => Kind == ValueKind.Number ? number : throw NoSuchValue("number");

    /// <summary>The number, or null where there is none.</summary>
    public decimal? NumberOrNull => Kind == ValueKind.Number ? number : null;

    /// <summary>The number, or 0 where there is none: for sums, in which what is not scored or not known adds nothing.</summary>
    public decimal NumberOrZero => Kind == ValueKind.Number ? number : 0m;

    /// <summary>Yes or no.</summary>
    /// <exception cref="InvalidOperationException">The finding is no yes or no: a fault in the engine.</exception>
    public bool Flag => Kind == ValueKind.Flag ? flag : throw NoSuchValue("yes or no");

    /// <summary>The word.</summary>
    /// <exception cref="InvalidOperationException">The finding is no word: a fault in the engine.</exception>
    public string Word => Kind == ValueKind.Word ? ((Worded)this).Text! : throw NoSuchValue("word");

    /// <summary>Name and subject, for messages of faults.</summary>
    public override string ToString() => Subject is null ? Label.Name : $"{Label.Name} {Subject}";

    [DoesNotReturn]
    private InvalidOperationException NoSuchValue(string wanted) =>
        throw new InvalidOperationException($"'{this}' is no {wanted} but {Kind}.");

    private static Finding Of(Label label, string? subject, How how, ValueKind kind, decimal number, bool flag, params ReadOnlySpan<Finding> parts) => parts switch
    {
        [] => new(label, subject, how, kind, number, flag),
        [var first, var second] => new OfTwo(label, subject, how, kind, number, flag, first, second),
        _ => new OfParts(label, subject, how, kind, number, flag, parts.ToArray()),
    };

    [InlineArray(2)]
    private struct Two
    {
        private Finding first;
    }

    /// <summary>A finding of two parts: most tests and half of the arithmetic.</summary>
    private sealed class OfTwo : Finding
    {
        private readonly Two parts;

        public OfTwo(Label label, string? subject, How how, ValueKind kind, decimal number, bool flag, Finding first, Finding second)
            : base(label, subject, how, kind, number, flag)
        {
            parts[0] = first;
            parts[1] = second;
        }

        public override ReadOnlySpan<Finding> Parts => parts;
    }

    /// <summary>A finding of any number of parts.</summary>
    private class OfParts(Label label, string? subject, How how, ValueKind kind, decimal number, bool flag, Finding[] parts)
        : Finding(label, subject, how, kind, number, flag)
    {
        public override ReadOnlySpan<Finding> Parts => parts;
    }

    /// <summary>A finding that is a word, or that tells what was not taken.</summary>
    private sealed class Worded(Label label, string? subject, How how, ValueKind kind, decimal number, bool flag, Finding[] parts, string? text, Rejection[] rejections)
        : OfParts(label, subject, how, kind, number, flag, parts)
    {
        /// <summary>The word; null where the value is none.</summary>
        public string? Text { get; } = text;

        public override ReadOnlySpan<Rejection> Rejected => rejections;
    }
}
