namespace OpenQpp.Web;

/// <summary>A person of the demonstration world, whom one may be with one click on the machine itself.</summary>
/// <param name="User">The user name.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Says">Which roles the person holds.</param>
public sealed record DemoSignIn(string User, string Name, string Says);

/// <summary>The sign-ins of the demonstration world; none outside of it.</summary>
/// <param name="People">The people.</param>
public sealed record DemoSignIns(IReadOnlyList<DemoSignIn> People)
{
    /// <summary>No demonstration.</summary>
    public static DemoSignIns None { get; } = new([]);
}
