using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenQpp.Files;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>Numbers of results are written as the framework writes them, without zeros at the end.</summary>
public sealed class WrittenNumberTests
{
    [Fact]
    public void ANumberHasItsDigits()
    {
        var dice = new Random(2026);
        for (var number = 0; number < 100_000; number++)
        {
            // Numbers of one to three words: most numbers are short.
            var words = dice.Next(3);
            Assert.True(IsWritten(new(
                dice.Next(int.MinValue, int.MaxValue),
                words > 0 ? dice.Next(int.MinValue, int.MaxValue) : 0,
                words > 1 ? dice.Next(int.MinValue, int.MaxValue) : 0,
                dice.Next(2) == 0,
                (byte)dice.Next(29))));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.000")]
    [InlineData("-0.00")]
    [InlineData("100.00")]
    [InlineData("0.10")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335")]
    [InlineData("0.7922816251426433759354395000")]
    [InlineData("1000000000000000000000000000.0")]
    public void ANumberAtTheEdgeHasItsDigits(string number) => Assert.True(IsWritten(decimal.Parse(number, CultureInfo.InvariantCulture)));

    private static bool IsWritten(decimal number)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("n", (decimal?)number);
            json.WriteNumber("n", (decimal?)number);
            json.WriteEndObject();
        }

        var digits = ShownNumber.Trim(number).ToString(CultureInfo.InvariantCulture);
        return string.Equals(Encoding.UTF8.GetString(buffer.WrittenSpan), $$"""{"n":{{digits}},"n":{{digits}}}""", StringComparison.Ordinal);
    }
}
