using System.Globalization;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>Numbers and times come out of the store as they went in, or do not go in.</summary>
public sealed class ScaledTests
{
    [Theory]
    [InlineData("75.80", 2, 7580)]
    [InlineData("75.8", 2, 7580)]
    [InlineData("-9", 2, -900)]
    [InlineData("0", 4, 0)]
    [InlineData("0.000001", 6, 1)]
    [InlineData("92233720368547758.07", 2, long.MaxValue)]
    [InlineData("-92233720368547758.08", 2, long.MinValue)]
    public void ANumberIsStoredExactly(string number, int scale, long stored)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        Assert.Equal(stored, Scaled.Of(value, scale));
        Assert.Equal(value, Scaled.From(stored, scale));
    }

    [Fact]
    public void AllDecimalsComeBack() => Assert.Equal("75.80", Scaled.From(7580, 2).ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("75.801", 2)]
    [InlineData("0.0000001", 6)]
    public void DigitsAreNotLost(string number, int scale) => Assert.Throws<ArgumentException>(() => Scaled.Of(decimal.Parse(number, CultureInfo.InvariantCulture), scale));

    [Theory]
    [InlineData("92233720368547758.08", 2)]
    [InlineData("79228162514264337593543950335", 2)]
    public void WhatDoesNotFitIsRefused(string number, int scale) => Assert.Throws<OverflowException>(() => Scaled.Of(decimal.Parse(number, CultureInfo.InvariantCulture), scale));

    [Fact]
    public void NothingIsNotZero() => Assert.Null(Scaled.Of((decimal?)null, 2));

    /// <summary>2025-11-14T20:00:00-05:00 is 1,763,168,400 seconds after 1970.</summary>
    [Fact]
    public void TimesAreMicrosecondsInUniversalTime()
    {
        var time = new DateTimeOffset(2025, 11, 14, 20, 0, 0, TimeSpan.FromHours(-5));
        Assert.Equal(1_763_168_400_000_000, StoreTime.Of(time));
        Assert.Equal(time, StoreTime.From(1_763_168_400_000_000));
    }

    /// <summary>What is finer is cut off, also before 1970, so that a stored time is never later.</summary>
    [Theory]
    [InlineData(19, 1)]
    [InlineData(-1, -1)]
    [InlineData(-10, -1)]
    [InlineData(-11, -2)]
    public void TimesAreCutOff(long ticks, long stored) => Assert.Equal(stored, StoreTime.Of(DateTimeOffset.UnixEpoch.AddTicks(ticks)));

    [Fact]
    public void IdsSayNothingAndAreNeverTheSame()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => OpaqueId.New()).ToArray();
        Assert.Equal(1000, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(OpaqueId.HasForm(id)));
        Assert.False(OpaqueId.HasForm("000007280"));
        Assert.False(OpaqueId.HasForm("'; DROP TABLE owner --"));
    }
}
