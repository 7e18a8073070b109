using System.CommandLine;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp person</c>: the first people of a portal, and new codes for those who forgot their password. No password is ever given.</summary>
internal static class PersonCommand
{
    private static readonly Option<string> Store = StoreConnection.Option();
    private static readonly Argument<string> User = CommonOptions.Word("USER", "The user name; for somebody of a provider the id that their account shows");
    private static readonly Option<string?> Name = new("--name") { Description = "How others see the person", HelpName = "NAME" };
    private static readonly Option<string> Role = new("--role") { Description = "security-official, staff or reviewer", HelpName = "ROLE", Required = true };
    private static readonly Option<string?> Kind = new("--kind") { Description = "practices, apm-entities, virtual-groups or registries; the identifier is read from standard input", HelpName = "KIND" };

    public static Command Create() => new("person", "Who can sign in: add somebody, give a new code, grant a first role") { Add(), Invite(), Grant() };

    private static Command Add()
    {
        var command = new Command("add", "Add somebody and print a code, good for a day, with which they choose a password") { User, Name, Store };
        command.SetAction(parsed => With(parsed, (database, now) =>
        {
            var user = parsed.GetValue(User)!;
            var person = new Person(OpaqueId.New(), user, user.ToUpperInvariant()) { DisplayName = parsed.GetValue(Name), SecurityStamp = OpaqueId.New(), CreatedAt = now };
            return Done(new People(database).Add(person)) is { } added ? CodeFor(database, added, now) : throw No("There is somebody of that name already.");
        }));
        return command;
    }

    private static Command Invite()
    {
        var command = new Command("invite", "Print a new code for somebody who forgot the password; make sure first that it is they") { User, Store };
        command.SetAction(parsed => With(parsed, (database, now) => CodeFor(database, Known(database, parsed), now)));
        return command;
    }

    private static Command Grant()
    {
        var command = new Command("grant", "Give somebody a role, such as the first Security Official of an organization") { User, Role, Kind, Store };
        command.SetAction(parsed => With(parsed, (database, now) =>
        {
            var person = Known(database, parsed);
            var role = RoleOf(database, parsed);
            AuditEntry Entry(string action) => new(now, person.Id, action, Resource.AccessRequests.Word(), "done") { LogOrganizationId = role.Organization?.Id, Detail = "by command" };
            var roles = new Roles(database);
            var id = Done(roles.Request(person.Id, role, now, Entry("request-role"))) ?? throw No("The person holds this role or has asked for it already.");
            Done(roles.Decide(id, RoleState.Requested, RoleState.Approved, person.Id, now, Entry("approve-role")));
            return $"{person.UserName} holds the role {role}.";
        }));
        return command;
    }

    private static string CodeFor(StoreDatabase database, Person person, DateTimeOffset now)
    {
        var code = Done(new Invitations(database).Make(person.Id, now));
        new AuditLog(database).Append(new(now, person.Id, "invite", Resource.SignIn.Word(), "done") { Detail = "by command" }).GetAwaiter().GetResult();
        return $"The code of {person.UserName}, good for a day, once, at /sign-in/code: {code}";
    }

    private static Person Known(StoreDatabase database, ParseResult parsed)
    {
        var (people, user) = (new People(database), parsed.GetValue(User)!);
        return Done(people.ByName(user.ToUpperInvariant())) ?? Done(people.ById(user)) ?? throw No("There is nobody of that name.");
    }

    private static HeldRole RoleOf(StoreDatabase database, ParseResult parsed)
    {
        var word = parsed.GetValue(Role);
        if (word is "reviewer")
        {
            return HeldRole.Reviewer;
        }

        OrganizationKind kind = parsed.GetValue(Kind) switch
        {
            "practices" => OrganizationKind.Practice,
            "apm-entities" => OrganizationKind.ApmEntity,
            "virtual-groups" => OrganizationKind.VirtualGroup,
            "registries" => OrganizationKind.Registry,
            _ => throw No("Say with --kind what the organization is: practices, apm-entities, virtual-groups or registries."),
        };
        var identifier = (Console.In.ReadLine() ?? "").Trim();
        var organization = Done(new Owners(database).ByIdentifier(kind.Owner(), identifier)) is { } owner ? new OrganizationId(kind, owner.Owner.Id) : throw No("There is no such organization. Its identifier is read from standard input.");
        return word switch
        {
            "security-official" => HeldRole.SecurityOfficialOf(organization),
            "staff" => HeldRole.StaffOf(organization),
            _ => throw No("A role is security-official, staff or reviewer."),
        };
    }

    /// <summary>A command waits for what it does.</summary>
    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static Refused No(string message) => new(ProblemCode.PERSON_OR_ROLE, "$", message);

    private static int With(ParseResult parsed, Func<StoreDatabase, DateTimeOffset, string> work)
    {
        Console.WriteLine(StoreConnection.With(parsed.GetValue(Store)!, database =>
        {
            new StoreSchema(database).MustBeNewest();
            return work(database, DateTimeOffset.UtcNow);
        }));
        return ExitCode.Done;
    }
}
