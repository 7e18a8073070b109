using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>A service line of a professional claim: loop 2400.</summary>
public sealed class ProfessionalLine
{
    internal ProfessionalLine(Loop loop, ProblemList problems)
    {
        Loop = loop;
        var service = loop.Find("SV1");
        Procedure = service is null ? new("", "", []) : Procedure.Of(service, 1);
        Charge = service?.RequiredMoney(2, problems) ?? 0m;
        Units = service?.Units(4, problems);
        PlaceOfService = service?[5] ?? "";
        Service = loop.Find("DTP", "472")?.Date(3, problems);
    }

    /// <summary>The loop.</summary>
    public Loop Loop { get; }

    /// <summary>Number of the line.</summary>
    public string Number => Loop.First[1];

    /// <summary>The procedure.</summary>
    public Procedure Procedure { get; }

    /// <summary>Charge, dollars.</summary>
    public decimal Charge { get; }

    /// <summary>Units; null where they are not told.</summary>
    public decimal? Units { get; }

    /// <summary>Place of service of the line; empty where that of the claim holds.</summary>
    public string PlaceOfService { get; }

    /// <summary>First date of service; null where it is not told.</summary>
    public DateOnly? Service { get; }

    /// <summary>The provider's number of the line, which comes back on the remittance; null where there is none.</summary>
    public string? ControlNumber => Loop.Find("REF", "6R")?[2];

    /// <summary>NPI of who rendered the line; null where that of the claim holds.</summary>
    public string? RenderingNpi => ProfessionalClaim.NpiOf(Loop.Within("2420A"));
}

/// <summary>A professional claim: loop 2300 of a transaction set 837, with what stands above it.</summary>
public sealed class ProfessionalClaim
{
    private readonly Loop? billing;
    private readonly Segment? subscriber;

    internal ProfessionalClaim(Loop loop, IReadOnlyList<Loop> outer, ProblemList problems)
    {
        (Loop, var provider) = (loop, outer.FirstOrDefault(one => one.Name is "2000A"));
        billing = provider?.Within("2010AA");
        subscriber = outer.FirstOrDefault(one => one.Name is "2000B")?.Find("SBR");
        Charge = loop.First.RequiredMoney(2, problems);
        Lines = [.. loop.Loops.Where(inner => inner.Name is "2400").Select(inner => new ProfessionalLine(inner, problems))];
    }

    /// <summary>The loop.</summary>
    public Loop Loop { get; }

    /// <summary>The provider's number of the claim, which comes back on the remittance.</summary>
    public string PatientControlNumber => Loop.First[1];

    /// <summary>Charge, dollars.</summary>
    public decimal Charge { get; }

    /// <summary>Place of service.</summary>
    public string PlaceOfService => Loop.First.Component(5, 1);

    /// <summary>Frequency: 1 original, 7 replacement, 8 void.</summary>
    public string Frequency => Loop.First.Component(5, 3);

    /// <summary>Assigned: yes for A, no for C; not known for B, laboratory services only, and where it is not told.</summary>
    public bool? Assigned => Loop.First[7] switch { "A" => true, "C" => false, _ => null };

    /// <summary>Claim filing indicator of the payer: MB is Medicare Part B.</summary>
    public string FilingIndicator => subscriber?[9] ?? "";

    /// <summary>TIN of the billing provider; null where it is not told.</summary>
    public string? BillingTin => (billing?.Find("REF", "EI") ?? billing?.Find("REF", "SY"))?[2];

    /// <summary>NPI of the billing provider; null where it is not told.</summary>
    public string? BillingNpi => NpiOf(billing);

    /// <summary>NPI of who rendered the services; that of the billing provider where it is not told.</summary>
    public string? RenderingNpi => NpiOf(Loop.Within("2310B")) ?? BillingNpi;

    /// <summary>The service lines.</summary>
    public IReadOnlyList<ProfessionalLine> Lines { get; }

    internal static string? NpiOf(Loop? loop) => loop?.Find("NM1") is { } name && name[8] is "XX" ? name[9] : null;
}
