using OpenQpp.Claims;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>Two runs of one part at the same time: whoever began later counts, whenever the other one comes to its end.</summary>
public sealed class FencingTests : IDisposable
{
    private static readonly BeneficiaryPart Part = new(1, 2);

    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-tests-").FullName;

    /// <summary>A run that was thought dead comes to its end before the one that took its place.</summary>
    [Fact]
    public void WhoWasOvertakenPublishesNothing()
    {
        var parts = new PartsFolder(folder, "adjust");
        var (first, second) = (parts.Begin(Part), parts.Begin(Part));
        Assert.True(second > first);
        Assert.False(parts.TryPublish(Made("first"), Part, first));
        Assert.Null(parts.Published(Part));
        Assert.True(parts.TryPublish(Made("second"), Part, second));
        Assert.Equal("second", Published(parts));
    }

    /// <summary>It comes to its end after it.</summary>
    [Fact]
    public void ALateWriterReplacesNothing()
    {
        var parts = new PartsFolder(folder, "adjust");
        var (first, second) = (parts.Begin(Part), parts.Begin(Part));
        Assert.True(parts.TryPublish(Made("second"), Part, second));
        Assert.False(parts.TryPublish(Made("first"), Part, first));
        Assert.Equal("second", Published(parts));
    }

    /// <summary>It had looked for later ones before there was any, and renames only now: both lie there, and the higher token counts.</summary>
    [Fact]
    public void EvenBetweenLookingAndRenamingALateWriterReplacesNothing()
    {
        var parts = new PartsFolder(folder, "adjust");
        var (first, second) = (parts.Begin(Part), parts.Begin(Part));
        Assert.True(parts.TryPublish(Made("second"), Part, second));
        Directory.Move(Made("first"), Path.Combine(parts.Path, $"adjust-1-of-2.{first}"));
        Assert.Equal("second", Published(parts));
        Assert.True(parts.Begin(Part) > second);
    }

    /// <summary>Many at once take tokens of their own, and parts of other numbers or kinds are not in their way.</summary>
    [Fact]
    public void EveryRunHasATokenOfItsOwn()
    {
        var parts = new PartsFolder(folder, "adjust");
        var tokens = new long[64];
        Parallel.For(0, tokens.Length, new() { MaxDegreeOfParallelism = 16 }, run => tokens[run] = new PartsFolder(folder, "adjust").Begin(Part));
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
        Assert.Equal(1, parts.Begin(new(1, 20)));
        Assert.Equal(1, parts.Begin(new(11, 20)));
        Assert.Equal(1, new PartsFolder(folder, "services").Begin(Part));
    }

    /// <summary>At any moment exactly one result can be seen whole, and it never goes back to a lower token.</summary>
    [Fact]
    public async Task RacesEndWithTheHighestToken()
    {
        var parts = new PartsFolder(folder, "adjust");
        for (var round = 0; round < 100; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(run => Task.Run(() =>
            {
                var token = parts.Begin(Part);
                var made = Made($"{token}");
                Thread.Yield();
                parts.TryPublish(made, Part, token);
            })));
            var highest = parts.Begin(Part) - 1;
            Assert.Equal($"{highest}", Published(parts));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Made(string text)
    {
        var made = Directory.CreateDirectory(Path.Combine(folder, "work", Guid.NewGuid().ToString("N"))).FullName;
        File.WriteAllText(Path.Combine(made, "text"), text);
        return made;
    }

    private static string Published(PartsFolder parts) => File.ReadAllText(Path.Combine(parts.Published(Part)!, "text"));
}
