-- The least that can be called items and services: who saw whom, and one sum for each clinician and range. No exclusions, no attribution,
-- no case minimum, no groups, no emergency visits. {lines} and {out} are put in by bench/services.
COPY (
  WITH lines AS (
    SELECT bene_id, tin, npi, left(hcpcs, 1) AS range, allowed, units FROM read_parquet({lines})
    WHERE year(dos) = 2026 AND received <= DATE '2027-03-01' AND claim_type IN ('71', '72') AND denied = 'N' AND final_action = 'Y'
  ), had AS (
    SELECT bene_id, range, sum(allowed) AS cost, sum(units) AS services FROM lines WHERE allowed > 0 GROUP BY bene_id, range
  )
  SELECT tin, npi, range, count(*) AS beneficiaries, sum(cost) AS cost, sum(services) AS services
  FROM (SELECT DISTINCT tin, npi, bene_id FROM lines) JOIN had USING (bene_id) GROUP BY tin, npi, range
) TO {items} (FORMAT csv, HEADER true);
