using System.IO.Compression;

namespace OpenQpp.Store;

/// <summary>Bodies as the store keeps them: gzip.</summary>
public static class Zipped
{
    /// <summary>The body as it is kept.</summary>
    /// <param name="body">The body.</param>
    public static byte[] Of(ReadOnlySpan<byte> body)
    {
        using var to = new MemoryStream();
        using (var zip = new GZipStream(to, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return to.ToArray();
    }

    /// <summary>The body of a kept one.</summary>
    /// <param name="kept">What is kept.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static byte[] Open(byte[] kept)
    {
        using var to = new MemoryStream();
        using (var zip = new GZipStream(new MemoryStream(kept), CompressionMode.Decompress))
        {
            zip.CopyTo(to);
        }

        return to.ToArray();
    }
}
