using System.Net;
using OpenQpp.Access;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>The rules of access by name, through the pages.</summary>
public sealed class RuleTests(PortalWorld world)
{
    private const int Year = 2024;

    private static readonly string[] OfAnApmEntity = ["apm-feedback", "apm-feedback/quality", "details", "eligibility", "submissions.csv", "payment-adjustment.csv", "apm-participant-list.csv"];
    private static readonly string[] OfAVirtualGroup = ["virtual-group-feedback", "virtual-group-feedback/cost", "details", "submissions.csv", "payment-adjustment.csv", "virtual-group-participant-list.csv"];

    [Fact]
    public async Task R1AParticipantTinDoesNotSeeItsAcoUnlessStaffOfTheAco()
    {
        var (practice, aco) = Participant(OwnerKind.ApmEntity, Year, facts => facts.IsSharedSavingsAco);
        await world.Admit("r1-practice", true, HeldRole.SecurityOfficialOf(new(OrganizationKind.Practice, practice)));
        await world.Admit("r1-both", true, HeldRole.SecurityOfficialOf(new(OrganizationKind.Practice, practice)), HeldRole.StaffOf(new(OrganizationKind.ApmEntity, aco)));
        await Answers("r1-practice", "apm-entities", aco, OfAnApmEntity, HttpStatusCode.NotFound, Year);
        await Answers("r1-practice", "apm-entities", aco, OfAnApmEntity, HttpStatusCode.NotFound, 2020);
        await Answers("r1-both", "apm-entities", aco, OfAnApmEntity, HttpStatusCode.OK, Year);
    }

    [Fact]
    public async Task R2AMemberPracticeDoesNotSeeItsVirtualGroupUnlessItsStaff()
    {
        var (practice, group) = Participant(OwnerKind.VirtualGroup, Year, _ => true);
        await world.Admit("r2-practice", true, HeldRole.StaffOf(new(OrganizationKind.Practice, practice)));
        await world.Admit("r2-both", true, HeldRole.StaffOf(new(OrganizationKind.Practice, practice)), HeldRole.StaffOf(new(OrganizationKind.VirtualGroup, group)));
        await Answers("r2-practice", "virtual-groups", group, OfAVirtualGroup, HttpStatusCode.NotFound, Year);
        await Answers("r2-both", "virtual-groups", group, OfAVirtualGroup, HttpStatusCode.OK, Year);
        await Answers("r2-both", "virtual-groups", group, OfAVirtualGroup, HttpStatusCode.NotFound, 2017);
    }

    /// <summary>An entity opens the clinicians whom its score pays, and learns nothing about participants whom another score pays.</summary>
    [Fact]
    public async Task R3AnEntityDoesNotSeeWhoScoresHigherElsewhere()
    {
        var aco = world.OrganizationOf("aco");
        var participants = world.Owners.Where(owner => owner.Id.Kind == OwnerKind.Clinician && owner.Facts[Year]?.TakesPartIn.Contains(aco) is true).ToArray();
        var paid = Array.Find(participants, owner => owner.Facts[Year]!.PaidBy == aco.Owner)!;
        await Answers("aco", "clinicians", paid.Id.Id, ["individual-feedback", "payment-adjustment.csv"], HttpStatusCode.OK, Year);
        foreach (var other in participants.Where(owner => owner.Facts[Year]!.PaidBy is { } by && by != aco.Owner).Take(5))
        {
            await Answers("aco", "clinicians", other.Id.Id, ["individual-feedback", "individual-feedback/quality", "payment-adjustment.csv", "submissions.csv"], HttpStatusCode.NotFound, Year);
        }

        var file = await CsvTable.Of(await world.As("aco"), $"/py/{Year}/apm-entities/{aco.Id}/payment-adjustment.csv");
        Assert.All(file.Column("Participation Option"), option => Assert.Equal("APM Entity", option));
        Assert.Equal(world.Owners.Count(owner => owner.Facts[Year]?.PaidBy == aco.Owner), file.Rows.Count);
    }

    [Fact]
    public async Task R4ARegistrySeesNothingThatOthersSent()
    {
        foreach (var user in new[] { "registry", "registry-staff" })
        {
            foreach (var owner in world.Owners.Where(owner => owner.Facts[Year] is { SubmittedBy: null }).GroupBy(owner => owner.Id.Kind).SelectMany(owners => owners.Take(3)))
            {
                await Answers(user, owner.Id.Kind.Word(), owner.Id.Id, ["submissions.csv", "preliminary-points", "payment-adjustment.csv"], HttpStatusCode.NotFound, Year);
            }
        }
    }

    [Fact]
    public async Task R5AClinicianSeesEveryAssociationOfTheNpiAndNobodyElses()
    {
        var npi = world.Owners.Where(owner => owner.Facts[Year]?.Npi is not null).GroupBy(owner => owner.Facts[Year]!.Npi!.Value).MaxBy(owners => owners.Count())!;
        Assert.True(npi.Count() > 1);
        await world.Admit("r5", true, HeldRole.ClinicianOf(npi.Key));
        var session = await world.As("r5");
        foreach (var association in npi)
        {
            await Answers("r5", "clinicians", association.Id.Id, ["individual-feedback", "submissions.csv", "eligibility"], HttpStatusCode.OK, Year);
            Assert.Contains(association.Id.Id, await session.Text($"/py/{Year}/feedback"), StringComparison.Ordinal);
        }

        foreach (var other in world.Owners.Where(owner => owner.Id.Kind == OwnerKind.Clinician && owner.Facts[Year] is { } facts && facts.Npi != npi.Key).Take(20))
        {
            await Answers("r5", "clinicians", other.Id.Id, ["individual-feedback", "submissions.csv", "eligibility"], HttpStatusCode.NotFound, Year);
        }
    }

    [Fact]
    public async Task R6InTheFirstYearParticipantsOfASharedSavingsAcoSawItsFeedback()
    {
        var (practice, aco) = Participant(OwnerKind.ApmEntity, 2017, facts => facts.IsSharedSavingsAco);
        await world.Admit("r6", true, HeldRole.StaffOf(new(OrganizationKind.Practice, practice)));
        await Answers("r6", "apm-entities", aco, ["apm-feedback", "apm-feedback/quality"], HttpStatusCode.OK, 2017);
        await Answers("r6", "apm-entities", aco, ["details", "payment-adjustment.csv", "submissions.csv", "apm-participant-list.csv"], HttpStatusCode.NotFound, 2017);
        await Answers("r6", "apm-entities", aco, OfAnApmEntity, HttpStatusCode.NotFound, 2020);
        await Answers("r6", "apm-entities", aco, OfAnApmEntity, HttpStatusCode.NotFound, Year);
        var stranger = world.Owners.First(owner => owner.Id.Kind == OwnerKind.Practice && owner.Facts[2017] is { TakesPartIn.Count: 0 }).Id.Id;
        await world.Admit("r6-stranger", true, HeldRole.StaffOf(new(OrganizationKind.Practice, stranger)));
        await Answers("r6-stranger", "apm-entities", aco, OfAnApmEntity, HttpStatusCode.NotFound, 2017);
    }

    /// <summary>The whole way by the real forms: somebody asks, the Security Official approves, everything opens; the Security Official removes, and the next request opens nothing.</summary>
    [Fact]
    public async Task R7AnApprovedIntermediaryIsStaffAndLosesAllAtTheNextRequest()
    {
        var practice = world.OrganizationOf("subgroups");
        string[] pages = ["details", "group-feedback", "submissions.csv", "payment-adjustment.csv", "connected-clinician-list.csv", "eligibility"];
        await world.Admit("r7", true, HeldRole.StaffOf(world.OrganizationOf("registry-staff")));
        var (intermediary, official) = (await world.As("r7"), await world.As("subgroups"));
        await Answers("r7", "practices", practice.Id, pages, HttpStatusCode.NotFound, Year);

        using (var asked = await intermediary.Send("/role-request", "/role-request/ask", ("organization", practice.Id), ("role", "staff")))
        {
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        }

        await Answers("r7", "practices", practice.Id, pages, HttpStatusCode.NotFound, Year);
        await Decide(official, practice, "approve");
        await Answers("r7", "practices", practice.Id, pages, HttpStatusCode.OK, Year);
        using (var log = await intermediary.Get($"/practices/{practice.Id}/audit-log"))
        {
            Assert.Equal(HttpStatusCode.NotFound, log.StatusCode);
        }

        await Decide(official, practice, "remove");
        await Answers("r7", "practices", practice.Id, pages, HttpStatusCode.NotFound, Year);
        Assert.DoesNotContain(practice.Id, await intermediary.Text("/"), StringComparison.Ordinal);
        await Answers("removed", "practices", practice.Id, pages, HttpStatusCode.NotFound, Year);
    }

    /// <summary>Nobody decides about another organization's requests, whatever the form says.</summary>
    [Fact]
    public async Task OneOfficialDoesNotDecideForAnotherOrganization()
    {
        var held = (await world.Store.Roles.OfOrganization(world.OrganizationOf("subgroups").Id, RoleState.Approved)).First(role => role.PersonId == world.Person("intermediary").Id);
        var own = $"/practices/{world.OrganizationOf("manager").Id}/access-requests";
        using var answer = await (await world.As("manager")).Send(own, own + "/decide", ("role", held.Id), ("decision", "remove"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(RoleState.Approved, (await world.Store.Roles.ById(held.Id))!.State);
    }

    private async Task Decide(Session official, OrganizationId practice, string decision)
    {
        var page = $"/practices/{practice.Id}/access-requests";
        var person = (await world.Store.People.ByName("R7"))!;
        var role = (await world.Store.Roles.OfPerson(person.Id)).Single(role => role.Role.Organization == practice);
        Assert.Contains(role.Id, await official.Text(page), StringComparison.Ordinal);
        using var answer = await official.Send(page, page + "/decide", ("role", role.Id), ("decision", decision));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task Answers(string user, string kind, string id, IEnumerable<string> resources, HttpStatusCode expected, int year)
    {
        var session = await world.As(user);
        foreach (var resource in resources)
        {
            using var answer = await session.Get($"/py/{year}/{kind}/{id}/{resource}");
            Assert.True(expected == answer.StatusCode, $"{user}, {year}, {kind}, {resource}: {answer.StatusCode}");
        }
    }

    private (string Practice, string Entity) Participant(OwnerKind kind, int year, Func<OwnerFacts, bool> accepts)
    {
        var entities = world.Owners.Where(owner => owner.Id.Kind == kind && owner.Facts[year] is { } facts && accepts(facts)).Select(owner => owner.Id).ToHashSet();
        return world.Owners
            .Where(owner => owner.Id.Kind == OwnerKind.Practice && owner.Facts[year] is not null)
            .SelectMany(owner => owner.Facts[year]!.TakesPartIn.Where(organization => entities.Contains(organization.Owner)).Select(organization => (owner.Id.Id, organization.Id)))
            .First();
    }
}
