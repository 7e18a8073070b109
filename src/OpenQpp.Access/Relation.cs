namespace OpenQpp.Access;

/// <summary>How the holder of a role stands to the owner of what is asked for.</summary>
public enum Relation
{
    /// <summary>
    /// The organization itself, or what belongs to it: the subgroups and clinicians of a practice, the clinicians that an
    /// APM Entity's or a virtual group's score pays, the data that a registry sent, the associations of a clinician's NPI
    /// and the organization whose score pays the clinician.
    /// </summary>
    Own,

    /// <summary>Takes part in it, or is taken part in by it, and no more.</summary>
    Member,

    /// <summary>Neither.</summary>
    Foreign,
}

/// <summary>The words for the relations.</summary>
public static class Relations
{
    private static readonly string[] Words = ["own", "member", "foreign"];

    /// <summary>All relations, the closest first.</summary>
    public static IReadOnlyList<Relation> All { get; } = Enum.GetValues<Relation>();

    /// <summary>The word in the matrix: own, member, foreign.</summary>
    /// <param name="relation">The relation.</param>
    public static string Word(this Relation relation) => Words[(int)relation];

    /// <summary>The relation of a word, or null.</summary>
    /// <param name="word">own, member, foreign.</param>
    public static Relation? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (Relation)index;
    }
}
