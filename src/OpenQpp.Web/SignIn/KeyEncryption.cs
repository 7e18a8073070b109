using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace OpenQpp.Web;

/// <summary>Protects the portal's keys with a key that is kept outside of the store: AES-256 in GCM, a new nonce each time.</summary>
/// <param name="key">The key, 32 bytes.</param>
internal sealed class KeyEncryptor(ReadOnlyMemory<byte> key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, tag, body) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize], new byte[plain.Length]);
        using (var cipher = new AesGcm(key.Span, tag.Length))
        {
            cipher.Encrypt(nonce, plain, body, tag);
        }

        CryptographicOperations.ZeroMemory(plain);
        return new(new XElement("sealed", new XAttribute("nonce", Convert.ToBase64String(nonce)), new XAttribute("tag", Convert.ToBase64String(tag)), Convert.ToBase64String(body)), typeof(KeyDecryptor));
    }
}

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
