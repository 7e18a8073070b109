using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of 414.1430 for one year, in percent.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class QpLaw(ParameterReader parameters)
{
    /// <summary>Payments of a QP.</summary>
    public Finding Payments { get; } = parameters.Number("qp/payments");

    /// <summary>Patients of a QP.</summary>
    public Finding Patients { get; } = parameters.Number("qp/patients");

    /// <summary>Payments of a Partial QP.</summary>
    public Finding PartialPayments { get; } = parameters.Number("qp/partial-payments");

    /// <summary>Patients of a Partial QP.</summary>
    public Finding PartialPatients { get; } = parameters.Number("qp/partial-patients");

    /// <summary>Medicare payments of a QP of all payers; null before the all-payer option.</summary>
    public Finding? MedicarePayments { get; } = parameters.NumberOrNone("qp/all-payer-medicare-payments");

    /// <summary>Medicare patients of a QP of all payers.</summary>
    public Finding? MedicarePatients { get; } = parameters.NumberOrNone("qp/all-payer-medicare-patients");

    /// <summary>Medicare payments of a Partial QP of all payers.</summary>
    public Finding? MedicarePartialPayments { get; } = parameters.NumberOrNone("qp/all-payer-medicare-partial-payments");

    /// <summary>Medicare patients of a Partial QP of all payers.</summary>
    public Finding? MedicarePartialPatients { get; } = parameters.NumberOrNone("qp/all-payer-medicare-partial-patients");
}
