using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Keys of data protection live in the store: two servers on one store read each other's cookies.</summary>
/// <param name="keys">The keys.</param>
/// <param name="clock">The time.</param>
internal sealed class StoredKeys(KeyRing keys, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().GetAwaiter().GetResult().Select(key => XElement.Parse(key.Body))];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Add(new(friendlyName, element.ToString(SaveOptions.DisableFormatting), clock.GetUtcNow())).GetAwaiter().GetResult();
}
