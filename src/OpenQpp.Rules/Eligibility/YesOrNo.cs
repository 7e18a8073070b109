using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>An input that is a yes or a no and about nothing in particular: both findings, made once for everybody.</summary>
/// <param name="label">Name, unit, basis and sentence.</param>
internal sealed class YesOrNo(Label label)
{
    private readonly Finding yes = Finding.Given(label, true);
    private readonly Finding no = Finding.Given(label, false);

    /// <summary>The finding.</summary>
    /// <param name="given">What stands in the input.</param>
    public Finding Of(bool given) => given ? yes : no;
}
