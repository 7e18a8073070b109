using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace OpenQpp.Web;

/// <summary>What a password must be: long, and not one that everybody tries first. Which characters it has is nobody's affair.</summary>
internal sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    /// <summary>Fewest characters; several spaces in a row count as one.</summary>
    public const int Fewest = 12;

    /// <summary>Most characters.</summary>
    public const int Most = 128;

    private static readonly FrozenSet<string> Commonest = Read();

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(Problem(password ?? "", user.Person.UserName) is { } problem ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = problem }) : IdentityResult.Success);

    /// <summary>Why a password is not taken; null where it is.</summary>
    /// <param name="password">The password.</param>
    /// <param name="userName">The name of its owner.</param>
    public static string? Problem(string password, string userName) =>
        Characters(password) < Fewest ? $"A password has {Fewest} characters or more."
        : Characters(password) > Most ? $"A password has at most {Most} characters."
        : userName.Length > 3 && password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? "A password does not hold the user name."
        : IsCommon(password) ? "This password is among the first that somebody would try. Choose another, such as four words that do not belong together."
        : null;

    /// <summary>Whether a password is among the commonest, or one of those with digits and signs around it, or written several times.</summary>
    /// <param name="password">The password.</param>
    public static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        var core = lower.Trim([.. "0123456789 !?.,;:-_+*#@$%&/()=~'\"<>[]{}^|\\`"]);
        return Commonest.Contains(lower) || core.Length == 0 || Commonest.Contains(core) || lower.Distinct().Count() < 4 || IsRepeated(lower) || IsRow(lower);
    }

    private static int Characters(string password)
    {
        var count = 0;
        var before = Rune.ReplacementChar;
        foreach (var rune in password.EnumerateRunes())
        {
            count += rune == before && rune.Value == ' ' ? 0 : 1;
            before = rune;
        }

        return count;
    }

    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(length => text.Length % length == 0 && Enumerable.Range(length, text.Length - length).All(place => text[place] == text[place - length])
            && (length < Fewest / 2 || Commonest.Contains(text[..length])));

    /// <summary>Each character follows the one before, as in <c>abcdefghijkl</c> or <c>987654321098</c>.</summary>
    private static bool IsRow(string text) =>
        Enumerable.Range(1, text.Length - 1).All(place => text[place] - text[place - 1] == 1 || (text[place - 1] == '9' && text[place] == '0'))
        || Enumerable.Range(1, text.Length - 1).All(place => text[place - 1] - text[place] == 1 || (text[place - 1] == '0' && text[place] == '9'));

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("commonest-passwords.txt")!, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToFrozenSet(StringComparer.Ordinal);
    }
}
