using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>A person while the sign-in works on them.</summary>
/// <param name="person">As last read.</param>
public sealed class PortalUser(Person person)
{
    /// <summary>The person.</summary>
    public Person Person { get; set; } = person;
}
