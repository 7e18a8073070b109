namespace OpenQpp.YearRun;

/// <summary>Clinicians of one TIN in an APM Entity who are alike for the Promoting Interoperability of the Entity.</summary>
/// <param name="EntityId">The APM Entity.</param>
/// <param name="Tin">The TIN.</param>
/// <param name="IndividualPoints">Points of their own submissions without bonus, or null.</param>
/// <param name="GroupPoints">Points of the group submission without bonus, or null.</param>
/// <param name="Excepted">Excepted from the category.</param>
/// <param name="OptionalPublicHealth">An optional public health measure was reported.</param>
internal readonly record struct RollUpRow(string EntityId, string Tin, decimal? IndividualPoints, decimal? GroupPoints, bool Excepted, bool OptionalPublicHealth)
{
    public void Write(BinaryWriter to, int clinicians)
    {
        to.Write(EntityId);
        to.Write(Tin);
        to.Write(IndividualPoints is not null);
        to.Write(IndividualPoints ?? 0m);
        to.Write(GroupPoints is not null);
        to.Write(GroupPoints ?? 0m);
        to.Write(Excepted);
        to.Write(OptionalPublicHealth);
        to.Write(clinicians);
    }

    public static (RollUpRow Row, int Clinicians) Read(BinaryReader from)
    {
        var (entity, tin) = (from.ReadString(), from.ReadString());
        var (hasIndividual, individual, hasGroup, group) = (from.ReadBoolean(), from.ReadDecimal(), from.ReadBoolean(), from.ReadDecimal());
        var row = new RollUpRow(entity, tin, hasIndividual ? individual : null, hasGroup ? group : null, from.ReadBoolean(), from.ReadBoolean());
        return (row, from.ReadInt32());
    }
}
