using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenQpp.Files;

namespace OpenQpp.YearRun;

/// <summary>
/// Copies results and puts the payment adjustments in, which are known only when the whole nation is scored. The adjustment
/// follows from the final score alone, so each is written once and kept.
/// </summary>
/// <param name="scaling">The scaling of the year.</param>
/// <param name="withExplanations">Whether to write their explanation too.</param>
internal sealed class AdjustmentInsertion(ScalingRun scaling, bool withExplanations)
{
    private const int FirstSize = 1 << 20;

    private static readonly byte[] Mark = [.. "\"paymentAdjustment\":\""u8, .. System.Text.Encoding.UTF8.GetBytes(ResultJson.OpenAdjustment)];
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<decimal, byte[]> known = [];
    private byte[] buffer = new byte[FirstSize];

    /// <summary>Copies results, a line each.</summary>
    /// <param name="from">The results.</param>
    /// <param name="to">Where to.</param>
    public void Copy(Stream from, Stream to)
    {
        var (filled, read) = (0, 0);
        while ((read = from.Read(buffer, filled, buffer.Length - filled)) > 0)
        {
            filled += read;
            var whole = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            Write(buffer.AsSpan(0, whole), to);
            buffer.AsSpan(whole, filled - whole).CopyTo(buffer);
            filled -= whole;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        Write(buffer.AsSpan(0, filled), to);
    }

    /// <summary>Writes results.</summary>
    /// <param name="text">Whole lines.</param>
    /// <param name="to">Where to.</param>
    public void Write(ReadOnlySpan<byte> text, Stream to)
    {
        int place;
        while ((place = text.IndexOf(Mark)) >= 0)
        {
            var score = text[(place + Mark.Length)..];
            score = score[..score.IndexOf((byte)'"')];
            // The quote before the mark's own text goes with it.
            to.Write(text[..(place + Mark.Length - 1 - ResultJson.OpenAdjustment.Length)]);
            to.Write(AdjustmentOf(decimal.Parse(score, NumberStyles.Number, CultureInfo.InvariantCulture)));
            text = text[(place + Mark.Length + score.Length + 1)..];
        }

        to.Write(text);
    }

    private byte[] AdjustmentOf(decimal score)
    {
        if (!known.TryGetValue(score, out var text))
        {
            var written = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(written, OneLine))
            {
                ResultJson.WriteAdjustment(json, scaling.Of(score), withExplanations);
            }

            known.Add(score, text = written.WrittenSpan.ToArray());
        }

        return text;
    }
}
