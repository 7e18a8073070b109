using System.Buffers;
using System.Text.Json;
using OpenQpp.Explanations;
using OpenQpp.Files;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>A case that was read, written and read again is the same case.</summary>
public sealed class CaseJsonTests
{
    private const int Cases = 300;

    public static TheoryData<int> Years() => [.. Known.Book.Years.Select(year => year.Year)];

    [Theory]
    [MemberData(nameof(Years))]
    public void WrittenAndReadAgainItScoresTheSame(int year)
    {
        foreach (var (name, bytes, result) in Known.Scored(year, 50_000, Cases))
        {
            var written = Written(bytes);
            var again = Known.Scorer.Score(written);
            Assert.True(again.Result is not null, $"{name}: {string.Join('\n', again.Problems)}");
            Assert.True(Results.BytesOf(result, bytes).AsSpan().SequenceEqual(Results.BytesOf(again.Result, bytes)), name);
            Assert.True(written.AsSpan().SequenceEqual(Written(written)), name);
        }
    }

    private static byte[] Written(byte[] bytes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            CaseJson.Write(json, CaseReader.Read(bytes, new ProblemList())!);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
