using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

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
