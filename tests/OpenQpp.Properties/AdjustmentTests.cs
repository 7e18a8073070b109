using FsCheck;
using FsCheck.Fluent;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>More points never mean less payment.</summary>
public sealed class AdjustmentTests
{
    private static readonly Arbitrary<(int Year, int One, int Other)> Scores =
        (from year in Gen.Choose(2017, 2026) from one in Gen.Choose(0, 10_000) from other in Gen.Choose(0, 10_000) select (year, one, other)).ToArbitrary();

    [Fact]
    public void AHigherScoreNeverHasALowerAdjustment() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(2026, 11), Prop.ForAll(Scores, pair =>
            Unscaled(pair.Year, Math.Min(pair.One, pair.Other)) <= Unscaled(pair.Year, Math.Max(pair.One, pair.Other))));

    [Fact]
    public void AdjustmentsLieBetweenTheApplicablePercents() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(2026, 11), Prop.ForAll(Scores, pair =>
        {
            var most = Known.Book.Of(new(pair.Year)).Payment.ApplicablePercent.Number;
            return Unscaled(pair.Year, pair.One) is var unscaled && unscaled >= -most && unscaled <= most;
        }));

    private static decimal Unscaled(int year, int hundredths) =>
        MipsPaymentAdjustmentFactor.BeforeScaling(Finding.Given(new("final score", Unit.Points, "given by the test", "{v}"), hundredths / 100m), Known.Book.Of(new(year)).Payment).Number;
}
