using System.Buffers;
using System.Text.Json;
using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>Writes <c>computed.ndjson</c>: the risk indicators and the hospital of each unit, as <c>year run</c> reads them.</summary>
/// <param name="year">The performance year.</param>
internal sealed class ComputedLines(int year)
{
    private const int BufferSize = 1 << 18;

    /// <summary>Decimals of an average: as many as a case may have.</summary>
    private const int Decimals = 20;

    private const decimal Hundredths = 100m;
    private const decimal Thousandths = 1000m;

    /// <summary>Writes a line for every row.</summary>
    /// <param name="engine">Gives the rows.</param>
    /// <param name="query">Level, TIN, NPI, an entity that is not written, hospital, score, sum and number of HCC scores, number of dual patients and of those of whom it is known.</param>
    /// <param name="path">The file.</param>
    public void Write(IColumnEngine engine, string query, string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize);
        var line = new ArrayBufferWriter<byte>(1 << 10);
        engine.Read(query, rows =>
        {
            for (var row = 0; row < rows.Count; row++)
            {
                line.ResetWrittenCount();
                using (var json = new Utf8JsonWriter(line))
                {
                    Write(json, rows, row);
                }

                file.Write(line.WrittenSpan);
                file.WriteByte((byte)'\n');
            }

            return true;
        });
    }

    private void Write(Utf8JsonWriter json, Rows rows, int row)
    {
        json.WriteStartObject();
        json.WriteNumber("performanceYear", year);
        json.WriteString("entityType", rows[0].Text(row));
        foreach (var (column, name) in (ReadOnlySpan<(int, string)>)[(1, "taxpayerIdentificationNumber"), (2, "nationalProviderIdentifier")])
        {
            if (!rows[column].IsNull(row))
            {
                json.WriteString(name, rows[column].Text(row));
            }
        }

        json.WriteStartArray("measurementSets");
        json.WriteEndArray();
        json.WriteStartObject("profile");
        var (scores, known) = (rows[7].Longs[row], rows[9].Longs[row]);
        if (scores > 0 || known > 0)
        {
            json.WriteStartObject("complexPatient");
            Average(json, "averageHccRiskScore", rows[6].Longs[row] / Thousandths, scores);
            Average(json, "dualEligibleRatio", rows[8].Longs[row], known);
            json.WriteEndObject();
        }

        if (!rows[4].IsNull(row))
        {
            json.WriteStartObject("facility");
            json.WriteString("name", rows[4].Text(row));
            json.WriteNumber("hvbpScore", rows[5].Longs[row] / Hundredths);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Average(Utf8JsonWriter json, string name, decimal sum, long count)
    {
        if (count > 0)
        {
            json.WriteNumber(name, decimal.Round(sum / count, Decimals, MidpointRounding.AwayFromZero));
        }
    }
}
