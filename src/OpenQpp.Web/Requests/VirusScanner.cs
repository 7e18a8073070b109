using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenQpp.Web;

/// <summary>What a virus scanner says of a file.</summary>
internal enum ScanVerdict
{
    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>Something known to harm was found.</summary>
    Harmful,

    /// <summary>The scanner did not answer, or not with one of these.</summary>
    NotKnown,
}

/// <summary>Asks clamd, by its command INSTREAM: pieces with their lengths, then none; it answers with one line.</summary>
/// <param name="place">Path of its socket, or host and port.</param>
internal sealed class VirusScanner(string place)
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Has a file looked at.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ScanVerdict> Look(Stream file, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return Of(await Ask(file, limit.Token));
        }
        catch (Exception fault) when (fault is SocketException or IOException or ArgumentException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return ScanVerdict.NotKnown;
        }
    }

    private static ScanVerdict Of(string answer) =>
        answer.EndsWith(" OK", StringComparison.Ordinal) ? ScanVerdict.Clean : answer.EndsWith(" FOUND", StringComparison.Ordinal) ? ScanVerdict.Harmful : ScanVerdict.NotKnown;

    private async Task<string> Ask(Stream file, CancellationToken cancellation)
    {
        var isFile = place.StartsWith('/');
        using var socket = new Socket(isFile ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, isFile ? ProtocolType.Unspecified : ProtocolType.Tcp);
        await socket.ConnectAsync(isFile ? new UnixDomainSocketEndPoint(place) : IPEndPoint.Parse(place), cancellation);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var piece = new byte[sizeof(int) + Piece];
        for (var read = -1; read != 0;)
        {
            read = await file.ReadAsync(piece.AsMemory(sizeof(int)), cancellation);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await stream.WriteAsync(piece.AsMemory(0, sizeof(int) + read), cancellation);
        }

        var (answer, length) = (new byte[LongestAnswer], 0);
        for (var more = 1; more > 0 && length < answer.Length; length += more)
        {
            more = await stream.ReadAsync(answer.AsMemory(length), cancellation);
        }

        return Encoding.UTF8.GetString(answer, 0, length).Trim('\0', '\n', ' ');
    }
}
