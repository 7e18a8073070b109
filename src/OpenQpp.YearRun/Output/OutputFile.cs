using Microsoft.Win32.SafeHandles;

namespace OpenQpp.YearRun;

/// <summary>
/// Writes a file that is on the disk, not only on its way there, when it is complete. It goes there while it is written, so
/// that at the end there is little to wait for.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private const int Buffer = 1 << 16;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SafeFileHandle handle;
    private readonly ManualResetEventSlim isComplete = new();
    private readonly Thread flushing;

    /// <summary>An empty file.</summary>
    /// <param name="path">Where; what stands there is replaced.</param>
    public OutputFile(string path)
    {
        handle = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        Stream = new FileStream(handle, FileAccess.Write, Buffer);
        flushing = new(FlushNowAndThen) { IsBackground = true };
        flushing.Start();
    }

    /// <summary>Takes what is to be written.</summary>
    public Stream Stream { get; }

    /// <summary>Puts on the disk what was written without this.</summary>
    /// <param name="path">The file.</param>
    public static void Flush(string path)
    {
        using var written = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(written);
    }

    /// <summary>Everything is written: it is on the disk when this is back.</summary>
    public void Complete()
    {
        Stream.Flush();
        EndFlushing();
        RandomAccess.FlushToDisk(handle);
    }

    public void Dispose()
    {
        EndFlushing();
        Stream.Dispose();
        handle.Dispose();
        isComplete.Dispose();
    }

    private void EndFlushing()
    {
        isComplete.Set();
        flushing.Join();
    }

    private void FlushNowAndThen()
    {
        while (!isComplete.Wait(Pause))
        {
            try
            {
                RandomAccess.FlushToDisk(handle);
            }
            catch (IOException)
            {
                // It is tried again when the file is complete, where whoever writes it hears of it.
                return;
            }
        }
    }
}
