using System.Text;
using OpenQpp.Files;
using OpenQpp.Inputs;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>Eligibility on random volumes, and on spoiled inputs.</summary>
public sealed class EligibilityTests
{
    private const int Cases = 300;
    private const int Documents = 500;

    public static TheoryData<int> Years() => RandomCaseTests.Years();

    /// <summary>More charges, patients or services never take a unit out of MIPS, and who is required has nothing to opt into.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void MoreVolumeNeverLowers(int year)
    {
        var law = Known.Book.Of(new(year));
        for (var number = 0; number < Cases; number++)
        {
            var dice = new Dice((year * 31) + number);
            var (first, second) = (Random(1, dice), Random(2, dice));
            if (!first.HasClaims)
            {
                // First claims in segment 1 bring that segment into the judgement: there more can mean less.
                continue;
            }

            var before = LowVolumeDetermination.For(UnitLevel.Individual, first, second, law);
            var after = LowVolumeDetermination.For(UnitLevel.Individual, first with { AllowedCharges = first.AllowedCharges + dice.Whole(0, 5) }, second with { Beneficiaries = second.Beneficiaries + dice.Whole(0, 5), Services = second.Services + 1 }, law);
            Assert.True(!before.Exceeded.Flag || after.Exceeded.Flag, $"case {number}");
            Assert.False(before.Exceeded.Flag && before.MayOptIn.Flag, $"case {number}");
            Assert.False(before.MayOptIn.Flag && !before.PartlyExceeded.Flag, $"case {number}");
        }
    }

    /// <summary>Whatever the input, it is judged or refused with problems.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void EverySpoiledInputIsJudgedOrRefused(int year)
    {
        var (law, judged, refused) = (Known.Book.Of(new(year)), 0, 0);
        var whole = Encoding.UTF8.GetBytes(Input.Replace("2024", year.ToString(), StringComparison.Ordinal));
        for (var number = 0; number < Documents; number++)
        {
            var problems = new ProblemList();
            var facts = new EligibilityReader(Known.Book, allowSynthetic: false).ReadJson(Mutation.Of(whole, new Dice((year * 104_729) + number)), problems);
            if (!problems.IsEmpty)
            {
                Assert.All(problems.Found, problem => Assert.True(problem.Message.Length is > 10 and < 2000 && problem.Path.StartsWith('$'), $"document {number}: {problem.Code} at {problem.Path}: {problem.Message}"));
                refused++;
                continue;
            }

            Assert.All(new YearEligibility(facts, law).Answers(), answer => Assert.True(answer.Status.Is == MipsStanding.Adjusted == (answer.Status.Levels.Length > 0), $"document {number}"));
            judged++;
        }

        Assert.True(judged > 0 && refused > Documents / 4, $"{judged} judged, {refused} refused");
    }

    private const string Input = """
        {"performanceYear":2024,
         "clinicians":[{"tin":"000000011","npi":"1000000012","clinician_type":"physician","first_enrolled":"2010-01-01","earlier_claims":true,"qp_status":"none","first_claim":"2012-05-01","practice_zip":"44101"}],
         "practices":[{"tin":"000000011","name":"A","formed":"2010-01-01","state":"OH","zip":"44101"}],
         "volumes":[{"level":"individual","tin":"000000011","npi":"1000000012","segment":1,"allowed_charges":90000.01,"beneficiaries":201,"services":201,"patient_facing_encounters":90,"rural":"N"},
                    {"level":"group","tin":"000000011","segment":2,"allowed_charges":90000.01,"beneficiaries":201,"services":201,"clinicians":3}],
         "elections":[{"level":"group","tin":"000000011","choice":"voluntary","at":"2025-01-02T10:00:00-05:00"}],
         "apm":[{"apm_id":"21","entity_id":"A2029","mips_apm":true,"full_tin":"Y","list":"participation","tin":"000000011","npi":"1000000012","snapshots":[1,2]}],
         "virtualGroups":[{"virtual_group_id":"VG1","tin":"000000011","elected_at":"2023-12-01T00:00:00Z","agreement_i":true}],
         "subgroups":[{"subgroup_id":"SG-00000001","tin":"000000011","npi":"1000000012"}]}
        """;

    private static Volume Random(int segment, Dice dice) => new(UnitId.Individual("000000011", "1000000012"), segment)
    {
        AllowedCharges = dice.Of(0, 29_999, 30_000, 30_001, 89_999, 90_000, 90_001, 150_000),
        Beneficiaries = dice.Of(0, 99, 100, 101, 199, 200, 201, 500),
        Services = dice.Of(0, 199, 200, 201, 900),
    };
}
