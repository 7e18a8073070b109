using System.Globalization;

namespace OpenQpp.X12;

/// <summary>A segment: an identifier and its elements.</summary>
/// <param name="elements">The identifier, then the elements.</param>
/// <param name="number">Place in the file, from 1; 0 where it was not read from one.</param>
/// <param name="component">What separates components.</param>
public sealed class Segment(string[] elements, long number, char component) : IEquatable<Segment>
{
    /// <summary>The identifier, for example <c>CLP</c>.</summary>
    public string Id => elements[0];

    /// <summary>Place in the file, from 1.</summary>
    public long Number => number;

    /// <summary>How many elements follow the identifier.</summary>
    public int Count => elements.Length - 1;

    /// <summary>An element, from 1; empty where it is not there.</summary>
    /// <param name="element">Which one.</param>
    public string this[int element] => element < elements.Length ? elements[element] : "";

    /// <summary>A segment that is written, not read.</summary>
    /// <param name="elements">The identifier, then the elements; components are separated by a colon.</param>
    public static Segment Of(params string[] elements) => new(elements, 0, Separators.Usual.Component);

    /// <summary>A component of an element, both from 1; empty where it is not there.</summary>
    /// <param name="element">Which element.</param>
    /// <param name="place">Which component.</param>
    public string Component(int element, int place)
    {
        var rest = this[element].AsSpan();
        for (; place > 1; place--)
        {
            var next = rest.IndexOf(component);
            if (next < 0)
            {
                return "";
            }

            rest = rest[(next + 1)..];
        }

        var end = rest.IndexOf(component);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>The components of an element.</summary>
    /// <param name="element">Which element.</param>
    public string[] Components(int element) => this[element].Length == 0 ? [] : this[element].Split(component);

    /// <summary>Where an element stands, for example <c>segment 17 CLP03</c>.</summary>
    /// <param name="element">Which element; 0 for the segment.</param>
    public string Place(int element = 0) => string.Create(
        CultureInfo.InvariantCulture, $"segment {number} {(Id.Length == 0 ? "?" : Id.Length > 3 ? Id[..3] : Id)}{(element > 0 ? element.ToString("00", CultureInfo.InvariantCulture) : "")}");

    /// <summary>The segment with the separators of an interchange, without its terminator. Empty elements at the end are left out.</summary>
    /// <param name="separators">The separators.</param>
    public string Text(Separators separators)
    {
        var last = elements.Length;
        while (last > 1 && elements[last - 1].Length == 0)
        {
            last--;
        }

        var text = string.Join(separators.Element, elements[..last]);
        return component == separators.Component || Id is "ISA" ? text : text.Replace(component, separators.Component);
    }

    /// <inheritdoc/>
    public bool Equals(Segment? other) => other is not null && string.Equals(Text(Separators.Usual), other.Text(Separators.Usual), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Segment);

    /// <inheritdoc/>
    public override int GetHashCode() => Text(Separators.Usual).GetHashCode(StringComparison.Ordinal);
}
