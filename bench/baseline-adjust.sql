-- What somebody would write by hand to adjust claim lines, to compare 'openqpp claims adjust' with: one left join of lines to factors on
-- TIN and NPI, CASE on assignment and status, every amount DECIMAL, all input columns and the amounts in zstd Parquet. It knows no
-- movers, no settings, no secondary payer but the reduction on the line, no reversals, no reasons, no codes, no totals and no checks.
-- {lines}, {factors} and {out} are put in by bench/adjust.
COPY (
  SELECT
    amounts.* EXCLUDE (percent),
    percent AS factor_percent,
    CAST(mips_program + mips_amount AS DECIMAL(12, 2)) AS mips_subtotal,
    CAST(round((mips_program + mips_amount) * 0.02, 2) AS DECIMAL(12, 2)) AS seq_amount,
    CAST(mips_program + mips_amount - round((mips_program + mips_amount) * 0.02, 2) AS DECIMAL(12, 2)) AS mips_paid
  FROM (
    SELECT
      bases.*,
      CAST(CASE WHEN assigned = 'Y' AND status IN ('A', 'C', 'R', 'T', 'J') THEN round(mips_program * coalesce(percent, 0.00) * 0.01, 2) ELSE 0.00 END AS DECIMAL(12, 2)) AS mips_amount
    FROM (
      SELECT
        lines.*,
        factors.total_percent AS percent,
        CAST(coalesce(coinsurance, round((allowed - deductible) * 0.20, 2)) AS DECIMAL(12, 2)) AS coins_used,
        CAST(greatest(allowed - deductible - coalesce(coinsurance, round((allowed - deductible) * 0.20, 2)) - coalesce(msp_reduction, 0.00), 0.00) AS DECIMAL(12, 2)) AS mips_program
      FROM read_parquet({lines}) AS lines
      LEFT JOIN (
        SELECT tin, npi, total_percent
        FROM read_csv({factors}, header = true, columns = {
          'payment_year': 'INTEGER', 'tin': 'VARCHAR', 'npi': 'VARCHAR', 'status': 'VARCHAR', 'final_score': 'DECIMAL(5, 2)', 'total_percent': 'DECIMAL(5, 2)'
        })
      ) AS factors ON lines.tin = factors.tin AND lines.npi = factors.npi
    ) AS bases
  ) AS amounts
) TO {out} (FORMAT parquet, COMPRESSION zstd);
