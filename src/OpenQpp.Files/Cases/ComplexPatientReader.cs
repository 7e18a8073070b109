using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads the risk indicators of the complex patient bonus, and what they are compared with.</summary>
internal static class ComplexPatientReader
{
    private static readonly FieldNames ComplexPatientFields = new(["averageHccRiskScore", "dualEligibleRatio", "reference"]);
    private static readonly FieldNames ReferenceFields = new(["hcc", "dual"]);
    private static readonly FieldNames IndicatorFields = new(["median", "mean", "standardDeviation"]);

    public static ComplexPatient? Read(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        decimal? hcc = null, dual = null;
        RiskReference? reference = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(ComplexPatientFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case 0: hcc = input.Number(); break;
                case 1: dual = input.Number(); break;
                default: reference = ReadReference(ref input); break;
            }
        }

        return new(hcc, dual, reference);
    }

    private static RiskReference? ReadReference(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        IndicatorReference? hcc = null, dual = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(ReferenceFields, ref seen)) >= 0)
        {
            if (field == 0)
            {
                hcc = ReadIndicator(ref input);
            }
            else
            {
                dual = ReadIndicator(ref input);
            }
        }

        return new(hcc, dual);
    }

    private static IndicatorReference? ReadIndicator(ref JsonInput input)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        var figures = new decimal?[3];
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(IndicatorFields, ref seen)) >= 0)
        {
            figures[field] = input.Number();
        }

        ProfileReader.Require(ref input, seen, IndicatorFields, 3);
        return figures is [{ } median, { } mean, { } deviation] ? new(median, mean, deviation) : null;
    }
}
