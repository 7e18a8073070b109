-- What somebody would write by hand to count items, services and emergency visits, to compare 'openqpp services run' with: the same three
-- files, both levels, exclusions, attribution in two steps, health centers, the case minimum and emergency visits, all sums DECIMAL. It
-- knows no settings, no blanks, no forms of files and no checks. What stands in braces is put in by bench/services.
CREATE TEMP TABLE people AS
SELECT bene_id FROM read_parquet({beneficiaries}) WHERE year = 2026
GROUP BY bene_id
HAVING count(*) = 12 AND bool_and(part_a = 'Y' AND part_b = 'Y' AND ma = 'N' AND country IN ('US', 'PR', 'VI', 'GU', 'AS', 'MP') AND (death_date IS NULL OR death_date > DATE '2026-12-31'));

CREATE TEMP TABLE lines AS
SELECT bene_id, tin, npi, specialty, pos, dos, hcpcs, allowed, units,
  CASE
    WHEN regexp_full_match(hcpcs, '[0-9]{5}') THEN 'L1-' || left(hcpcs, 1)
    WHEN regexp_full_match(hcpcs, '[ABCEGHJKLMPQRSTUV][0-9]{4}') THEN left(hcpcs, 1)
  END AS range_key
FROM read_parquet({lines}) SEMI JOIN people USING (bene_id)
WHERE dos BETWEEN DATE '2026-01-01' AND DATE '2026-12-31' AND received <= DATE '2027-03-01' AND claim_type IN ('71', '72') AND denied = 'N' AND final_action = 'Y';

CREATE TEMP TABLE institutional AS
SELECT bene_id, claim_id, ccn, from_date, bill_type, revenue_code, hcpcs, amount, claim_type
FROM read_parquet({institutional}) SEMI JOIN people USING (bene_id)
WHERE from_date BETWEEN DATE '2026-01-01' AND DATE '2026-12-31' AND received <= DATE '2027-03-01' AND denied = 'N' AND final_action = 'Y';

CREATE TEMP TABLE attributed AS
WITH codes AS (
  SELECT code, coalesce("from", DATE '1900-01-01') AS first, coalesce(until, DATE '2999-12-31') AS last, not_in_snf
  FROM read_csv({codes}, header = true, columns = {'profile': 'VARCHAR', 'code': 'VARCHAR', 'from': 'DATE', 'until': 'DATE', 'not_in_snf': 'VARCHAR'}) WHERE profile = 'tpcc2018'
), classes AS (
  SELECT code, CASE WHEN class IN ('PCP', 'NPP') THEN 1 WHEN class = 'SPEC' THEN 2 END AS step
  FROM read_csv({specialties}, header = true, columns = {'code': 'VARCHAR', 'class': 'VARCHAR'}) WHERE class <> 'OTHER'
), given AS (
  SELECT bene_id, step, tin, npi, NULL AS ccn, dos AS day, allowed AS amount
  FROM lines JOIN codes ON hcpcs = codes.code JOIN classes ON specialty = classes.code
  WHERE allowed > 0 AND dos BETWEEN first AND last AND NOT (not_in_snf = 'Y' AND pos = '31')
  UNION ALL
  SELECT bene_id, 1, NULL, NULL, ccn, from_date, amount
  FROM institutional JOIN codes ON hcpcs = codes.code
  WHERE left(ltrim(bill_type, '0'), 2) IN ('71', '77') AND from_date BETWEEN first AND last
)
SELECT bene_id, tin, npi, ccn FROM (
  SELECT bene_id, step, tin, npi, ccn, sum(amount) AS share, max(day) AS last FROM given GROUP BY ALL
)
QUALIFY row_number() OVER (PARTITION BY bene_id ORDER BY step, share DESC, last DESC, ccn IS NOT NULL, tin, npi, ccn) = 1;

CREATE TEMP TABLE individuals AS SELECT tin, npi FROM attributed WHERE ccn IS NULL GROUP BY tin, npi HAVING count(*) >= 20;
CREATE TEMP TABLE groups AS SELECT tin FROM attributed WHERE ccn IS NULL GROUP BY tin HAVING count(*) >= 20;

CREATE TEMP TABLE had AS
SELECT bene_id, range_key, coalesce(sum(allowed) FILTER (allowed > 0), 0) AS cost, coalesce(sum(units) FILTER (allowed > 0), 0) AS services
FROM lines WHERE range_key IS NOT NULL AND bene_id NOT IN (SELECT bene_id FROM attributed WHERE ccn IS NOT NULL)
GROUP BY bene_id, range_key;

COPY (
  SELECT 'individual' AS level, tin, npi, range_key, count(*) AS beneficiaries, sum(cost) AS cost, sum(services) AS services
  FROM (SELECT DISTINCT tin, npi, bene_id FROM lines SEMI JOIN individuals USING (tin, npi)) JOIN had USING (bene_id) GROUP BY tin, npi, range_key
  UNION ALL
  SELECT 'group', tin, NULL, range_key, count(*), sum(cost), sum(services)
  FROM (SELECT DISTINCT tin, bene_id FROM lines SEMI JOIN groups USING (tin)) JOIN had USING (bene_id) GROUP BY tin, range_key
  ORDER BY level, tin, npi NULLS FIRST, range_key
) TO {items} (FORMAT csv, HEADER true);

COPY (
  WITH visits AS (
    SELECT bene_id, count(DISTINCT claim_id) AS visits FROM institutional
    WHERE claim_type IN ('40', '60', '61') AND (revenue_code BETWEEN '0450' AND '0459' OR revenue_code = '0981') GROUP BY bene_id
  )
  SELECT 'individual' AS level, tin, npi, count(*) AS associated, count(visits) AS with_visit, coalesce(sum(visits), 0) AS visits
  FROM attributed SEMI JOIN individuals USING (tin, npi) LEFT JOIN visits USING (bene_id) WHERE ccn IS NULL GROUP BY tin, npi
  UNION ALL
  SELECT 'group', tin, NULL, count(*), count(visits), coalesce(sum(visits), 0)
  FROM attributed SEMI JOIN groups USING (tin) LEFT JOIN visits USING (bene_id) WHERE ccn IS NULL GROUP BY tin
  ORDER BY level, tin, npi NULLS FIRST
) TO {ed} (FORMAT csv, HEADER true);

COPY (SELECT bene_id, CASE WHEN ccn IS NULL THEN 'clinician' ELSE 'center' END AS kind, tin, npi, ccn FROM attributed ORDER BY bene_id) TO {attribution} (FORMAT csv, HEADER true);
