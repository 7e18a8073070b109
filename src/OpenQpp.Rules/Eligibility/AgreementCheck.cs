using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The nine items that the formal written agreement of a virtual group must hold: complete, or with its gaps by name.</summary>
/// <param name="Items">Each item: its number, what it asks for, and whether every practice answered yes.</param>
/// <param name="IsComplete">Whether nothing is missing.</param>
[Cfr("414.1315(c)(3)")]
public sealed record AgreementCheck(IReadOnlyList<AgreementItem> Items, Finding IsComplete)
{
    private const string Basis = "414.1315(c)(3)";

    private static readonly (string Number, string Asks)[] Asked =
    [
        ("i", "names every party, by name, TIN and NPIs, and nobody but members of the virtual group"),
        ("ii", "lasts for at least one performance period"),
        ("iii", "obliges the parties to tell every NPI under their TINs of the virtual group"),
        ("iv", "states the rights and duties of each NPI and how the virtual group affects taking part in MIPS otherwise"),
        ("v", "states how payment adjustments shall encourage quality"),
        ("vi", "asks each party to update its enrolment in time and to tell the others within 30 days"),
        ("vii", "asks for the data that are needed to close out the virtual group when it ends"),
        ("viii", "binds the parties to MIPS and to all other applicable law"),
        ("ix", "is signed by persons who can bind the parties"),
    ];

    private static readonly Label Answer = new("item of the agreement", Unit.YesNo, Basis, "the agreement {s}: {v}");
    private static readonly Label Missing = new("item of the agreement", Unit.YesNo, Basis, "no answer whether the agreement does what an item asks: {v}");
    private static readonly Label Complete = new("agreement complete", Unit.YesNo, Basis, "the formal written agreement holds all nine items: {v}");

    /// <summary>How many items there are.</summary>
    public static int Count => Asked.Length;

    /// <summary>The numbers of the items as the paragraph has them: i to ix.</summary>
    public static IEnumerable<string> Numbers => Asked.Select(item => item.Number);

    /// <summary>The items that are missing.</summary>
    public IEnumerable<AgreementItem> Gaps => Items.Where(item => !item.Holds.Flag);

    /// <summary>The check of the answers of all practices of a virtual group.</summary>
    /// <param name="answers">The answers of each practice, in the order of the items.</param>
    public static AgreementCheck For(IReadOnlyList<IReadOnlyList<bool?>> answers)
    {
        var items = new AgreementItem[Asked.Length];
        for (var place = 0; place < items.Length; place++)
        {
            bool? answer = true;
            foreach (var one in answers)
            {
                var given = place < one.Count ? one[place] : null;
                answer = given is false ? false : answer is false ? false : given is null ? null : answer;
            }

            var holds = answer is { } known && answers.Count > 0 ? Finding.Given(Answer, known, Asked[place].Asks) : Finding.Assumed(Missing, false);
            items[place] = new($"{Basis}({Asked[place].Number})", Asked[place].Asks, holds);
        }

        return new(items, Finding.AllOfSubject(Complete, null, Array.ConvertAll(items, item => item.Holds)));
    }
}

/// <summary>One item of the agreement.</summary>
/// <param name="Paragraph">The paragraph that asks for it.</param>
/// <param name="Asks">What the agreement must do.</param>
/// <param name="Holds">Whether it does.</param>
public sealed record AgreementItem(string Paragraph, string Asks, Finding Holds);
