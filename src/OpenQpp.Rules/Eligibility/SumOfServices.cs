using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Services in several places of service together. That there are none is said once for everybody.</summary>
internal sealed class SumOfServices
{
    private readonly Label label;
    private readonly Finding none;

    /// <summary>The sum over places.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="places">The places.</param>
    public SumOfServices(Label label, params CountOfServices[] places) =>
        (this.label, none) = (label, Finding.SumOf(label, Array.ConvertAll(places, place => place.Of(0))));

    /// <summary>The finding.</summary>
    /// <param name="counts">Services in each of the places.</param>
    public Finding Of(params ReadOnlySpan<Finding> counts)
    {
        foreach (var count in counts)
        {
            if (count.Number != 0m)
            {
                return Finding.Sum(label, counts);
            }
        }

        return none;
    }
}
