using OpenQpp.Inputs;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>Whether a rule is asked for its flag alone or for its reasons: it says the same.</summary>
public sealed class ValueFormTests
{
    private const int Cases = 300;

    public static TheoryData<int> Years() => RandomCaseTests.Years();

    [Theory]
    [MemberData(nameof(Years))]
    public void AFlagIsThatOfItsReasons(int year)
    {
        var law = Known.Book.Of(new(year));
        for (var number = 0; number < Cases; number++)
        {
            var dice = new Dice((year * 37) + number);
            var (first, second) = (dice.Of(Random(1, dice), null), dice.Of(Random(2, dice), null));
            foreach (var level in Enum.GetValues<UnitLevel>())
            {
                var volume = LowVolumeDetermination.For(level, first, second, law);
                Assert.True(volume.IsExceeded == volume.Exceeded.Flag, $"case {number}: low volume, {level}");
            }

            var clinicians = new[] { first, second, first }.Select(volume => IndividualStatuses.For(volume, law)).ToArray();
            var tests = IndividualStatuses.TestsOf(first, law);
            Assert.Equal((StatusTest.Union(tests), tests.Aggregate(SpecialStatus.None, (all, test) => all | test.Status)), (clinicians[0].Found, clinicians[0].Judged));
            Assert.Equal(StatusTest.Union(GroupStatuses.For(1, clinicians, first, isVirtual: false, law)), GroupStatuses.Found(1, clinicians, first, isVirtual: false, law));
            Assert.Equal(StatusTest.Union(GroupStatuses.SmallPractice(2, number, law)), GroupStatuses.FoundBySize(2, number, law));

            var day = dice.Of<DateOnly?>(null, law.Year.FirstDay.AddDays(-1), law.Year.FirstDay, law.Year.LastDay);
            var joiner = LateJoiner.For(day, null, dice.Of(true, false), law);
            Assert.Equal(joiner.IsLateJoiner.Flag, joiner.IsLate);

            var exclusion = Exclusion.Of(Exclusion.ByType(dice.Of("physician", "other"), law), day, dice.Of(true, false), No, No, law);
            Assert.Equal(exclusion.Tests.Any(test => test.Flag), exclusion.Word is not null);

            var listing = new ApmListing("21", "A2029", "000000011", "1000000012") { IsMipsApm = dice.Of(true, false), IsFullTin = dice.Of(true, false), List = dice.Of(Enum.GetValues<ApmList>()), Snapshots = dice.Of<int[]>([], [1], [4], [2, 3]) };
            var membership = ApmMembership.For(listing, law);
            Assert.Equal((membership.IsListed.Flag, membership.IsOfEntityGroup.Flag), (membership.IsParticipant, membership.IsMember));
        }
    }

    /// <summary>A percent of something has the digits of the division by 100, zeros at the end included.</summary>
    [Fact]
    public void AShareHasTheDigitsOfADivision()
    {
        var (label, random) = (new Label("share", Unit.Number, "given by the test", "{0} percent of {1}: {v}"), new Random(2611));
        for (var number = 0; number < 100_000; number++)
        {
            var percent = new decimal(random.Next(), 0, 0, random.Next(4) == 0, (byte)random.Next(7));
            var of = new decimal(random.Next(1 + (number % 1000)), random.Next(2) * random.Next(), random.Next(4) / 3, random.Next(4) == 0, (byte)random.Next(22));
            var share = Finding.Share(label, Finding.Given(label, percent), Finding.Given(label, of)).Number;
            Assert.Equal(decimal.GetBits(percent * of / 100m), decimal.GetBits(share));
        }
    }

    private static Finding No => Finding.Given(new("no", Unit.YesNo, "given by the test", "no: {v}"), false);

    private static Volume Random(int segment, Dice dice) => new(UnitId.Individual("000000011", "1000000012"), segment)
    {
        AllowedCharges = dice.Of(0, 30_000, 30_001, 90_000, 90_001),
        Beneficiaries = dice.Of(0, 100, 101, 200, 201),
        Services = dice.Of(0, 200, 201),
        PatientFacingEncounters = dice.Of<long?>(null, 100, 101),
        OffCampusOutpatient = dice.Of(0, 30),
        Inpatient = dice.Of(0, 50, 75),
        OnCampusOutpatient = dice.Of(0, 75),
        EmergencyRoom = dice.Of(0, 1),
        AmbulatorySurgicalCenter = dice.Of(0, 150, 151),
        Rural = dice.Of<bool?>(null, true, false),
        Hpsa = dice.Of<bool?>(null, true, false),
        FacilityAssignable = dice.Of(true, false),
        GivenStatuses = dice.Of(SpecialStatus.None, SpecialStatus.FacilityBased, SpecialStatus.NonPatientFacing),
    };
}
