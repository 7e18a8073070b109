using FsCheck;
using FsCheck.Fluent;
using OpenQpp.Rules;
using Xunit;

namespace OpenQpp.NationalRuns;

/// <summary>What the scaling factor does when charges move.</summary>
public sealed class FactorTests
{
    private static readonly Arbitrary<(int Year, (int Score, int Dollars)[] Nation, int Score, int Dollars)> Nations =
        (from year in Gen.Choose(2017, 2026)
         from nation in (from score in Gen.Choose(0, 10_000) from dollars in Gen.Choose(0, 1_000_000) select (score, dollars)).ArrayOf()
         from score in Gen.Choose(0, 10_000)
         from dollars in Gen.Choose(1, 1_000_000)
         select (year, nation, score, dollars)).ToArbitrary();

    [Fact]
    public void MoreBelowNeverLowersTheFactorAndMoreAboveNeverRaisesIt() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(2026, 11), Prop.ForAll(Nations, one =>
        {
            var law = RunOutputs.Book.Of(new(one.Year)).Payment;
            var charges = one.Nation.Select(pair => new ScoredCharges(pair.Score / 100m, pair.Dollars)).ToArray();
            var added = new ScoredCharges(one.Score / 100m, one.Dollars);
            var (before, after) = (BudgetNeutrality.For(charges, law), BudgetNeutrality.For([.. charges, added], law));
            if (!before.ScalingFactor.HasNumber || !after.ScalingFactor.HasNumber)
            {
                return true;
            }

            return added.FinalScore < law.PerformanceThreshold.Number ? after.ScalingFactor.Number >= before.ScalingFactor.Number
                : added.FinalScore == law.PerformanceThreshold.Number ? after.ScalingFactor.Number == before.ScalingFactor.Number
                : after.ScalingFactor.Number <= before.ScalingFactor.Number;
        }));

    [Fact]
    public void BothSidesDifferByLessThanADollarUnlessSaidWhy() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(2026, 13), Prop.ForAll(Nations, one =>
        {
            var neutrality = BudgetNeutrality.For(one.Nation.Select(pair => new ScoredCharges(pair.Score / 100m, pair.Dollars)), RunOutputs.Book.Of(new(one.Year)).Payment);
            return neutrality.Why is "noScoreAboveThreshold" or "factorAtBound" or "noChargesAboveThreshold" || Math.Abs(neutrality.Lost - neutrality.Gained) < 1m;
        }));
}
