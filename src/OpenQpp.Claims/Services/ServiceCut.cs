using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>What tells of a part which rows of each table are in it.</summary>
/// <param name="part">The part.</param>
internal sealed class ServiceCut(BeneficiaryPart part) : IDisposable
{
    /// <summary>Of beneficiaries.</summary>
    public PartFunction Beneficiaries { get; } = new("openqpp_part_beneficiary", part);

    /// <summary>Of professional lines.</summary>
    public PartFunction Lines { get; } = new("openqpp_part_line", part);

    /// <summary>Of institutional lines.</summary>
    public PartFunction Institutional { get; } = new("openqpp_part_institutional", part);

    /// <summary>Makes the functions known to an engine.</summary>
    /// <param name="engine">The engine.</param>
    public void Define(IColumnEngine engine)
    {
        engine.Define(Beneficiaries.Function);
        engine.Define(Lines.Function);
        engine.Define(Institutional.Function);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Beneficiaries.Dispose();
        Lines.Dispose();
        Institutional.Dispose();
    }
}
