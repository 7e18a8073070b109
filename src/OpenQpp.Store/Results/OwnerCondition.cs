using Dapper;
using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>Owners that somebody may see, as the condition of a query: the same tests as for one owner.</summary>
internal static class OwnerCondition
{
    /// <summary>The APM model whose entities are ACOs of the Shared Savings Program.</summary>
    public const string SharedSavings = "sharedSavingsProgram";

    /// <summary>The condition on <c>owner</c>; the values of its parameters are added. Nothing visible is a condition that never holds.</summary>
    /// <param name="visible">What may be seen.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="runId">The run whose facts decide.</param>
    /// <param name="values">Takes the values of the parameters.</param>
    public static string Of(VisibleOwners visible, int year, long runId, DynamicParameters values)
    {
        values.Add("VisibleKind", visible.Kind.Word());
        values.Add("VisibleYear", (long)year);
        values.Add("VisibleRun", runId);
        var tests = visible.Any.DistinctBy(one => (one.Test, one.Line.Only)).Select((one, place) => $"({TestOf(one.Test, $"@Visible{place}", values)}{OnlyOf(one.Line.Only)})").ToArray();
        return tests.Length == 0 ? "1 = 0" : $"(owner.kind = @VisibleKind AND ({string.Join(" OR ", tests)}))";
    }

    private static string TestOf(OwnerTest test, string parameter, DynamicParameters values)
    {
        values.Add(parameter[1..], test.Kind == OwnerTestKind.Npi ? test.Npi?.Digits : test.Id);
        var kind = test.Organization.Owner().Word();
        return test.Kind switch
        {
            OwnerTestKind.Every => "1 = 1",
            OwnerTestKind.Id => $"owner.id = {parameter}",
            OwnerTestKind.Practice => $"owner.practice_id = {parameter}",
            OwnerTestKind.Npi => $"owner.npi = {parameter}",
            OwnerTestKind.PaidBy => $"EXISTS (SELECT 1 FROM assignment paid WHERE paid.run_id = @VisibleRun AND paid.association_id = owner.id AND paid.source_id = {parameter} AND paid.source_kind = '{kind}')",
            OwnerTestKind.TakesPartIn => $"EXISTS (SELECT 1 FROM participation part WHERE part.run_id = @VisibleRun AND part.member_id IN (owner.id, owner.practice_id) AND part.owner_id = {parameter} AND part.owner_kind = '{kind}' AND part.list <> '{Participations.Affiliated}' AND {Participations.CountsFor})",
            OwnerTestKind.SubmittedBy => $"(SELECT CASE WHEN COUNT(DISTINCT sent.registry_id) = 1 THEN MAX(sent.registry_id) END FROM registry_submission sent WHERE sent.owner_id = owner.id AND sent.year = @VisibleYear) = {parameter}",
            _ => OwnersFacts.UnderReview("@VisibleYear"),
        };
    }

    private static string OnlyOf(MatrixCondition only) => only switch
    {
        MatrixCondition.SharedSavings => $" AND EXISTS (SELECT 1 FROM organization_year aco WHERE aco.run_id = @VisibleRun AND aco.organization_id = owner.id AND aco.model = '{SharedSavings}')",
        MatrixCondition.WithoutOwnPi => " AND EXISTS (SELECT 1 FROM score own WHERE own.run_id = @VisibleRun AND own.owner_id = owner.id AND own.own_interoperability = 0)",
        _ => "",
    };
}
