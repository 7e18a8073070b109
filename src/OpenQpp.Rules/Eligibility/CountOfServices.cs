using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Services in one place of service. That there are none, as for most clinicians in most places, is said once for everybody.</summary>
/// <param name="label">Name, unit, basis and sentence.</param>
/// <param name="place">The place.</param>
internal sealed class CountOfServices(Label label, string place)
{
    private readonly Finding none = Finding.Given(label, 0m, place);

    /// <summary>The finding.</summary>
    /// <param name="services">Services in the place.</param>
    public Finding Of(long services) => services == 0 ? none : Finding.Given(label, services, place);
}
