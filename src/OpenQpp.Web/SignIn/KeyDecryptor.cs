using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace OpenQpp.Web;

/// <summary>Reads keys that <see cref="KeyEncryptor"/> protected.</summary>
/// <param name="services">Where the settings are.</param>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        foreach (var key in services.GetRequiredService<PortalSettings>().Keys)
        {
            if (Opened(encryptedElement, key.Span) is { } element)
            {
                return element;
            }
        }

        throw new CryptographicException("The keys in the store are sealed: Portal:KeyFile or Portal:FormerKeyFile must name the key that sealed them.");
    }

    private static XElement? Opened(XElement sealedElement, ReadOnlySpan<byte> key)
    {
        byte[] Part(string name) => Convert.FromBase64String(sealedElement.Attribute(name)!.Value);
        var (nonce, tag, body) = (Part("nonce"), Part("tag"), Convert.FromBase64String(sealedElement.Value));
        var plain = new byte[body.Length];
        using var cipher = new AesGcm(key, tag.Length);
        try
        {
            cipher.Decrypt(nonce, body, tag, plain);
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
