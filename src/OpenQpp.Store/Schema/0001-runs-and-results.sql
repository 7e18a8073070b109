-- Who can own something that the portal shows. The id stands in addresses: 16 random bytes, made once for each kind and identifier.
CREATE TABLE owner (
  id {key} NOT NULL PRIMARY KEY,
  kind {key} NOT NULL CHECK (kind IN ('practices', 'apm-entities', 'virtual-groups', 'registries', 'subgroups', 'clinicians')),
  identifier {key} NOT NULL,
  practice_id {key} REFERENCES owner (id),
  npi {key},
  UNIQUE (kind, identifier),
  CHECK ((kind IN ('subgroups', 'clinicians')) = (practice_id IS NOT NULL)),
  CHECK ((kind = 'clinicians') = (npi IS NOT NULL))
);
CREATE INDEX owner_npi ON owner (npi) WHERE npi IS NOT NULL;

-- Organizations as they were last published; search_text is identifier and name in small letters.
CREATE TABLE organization (
  id {key} NOT NULL PRIMARY KEY REFERENCES owner (id),
  kind {key} NOT NULL,
  identifier {key} NOT NULL,
  name TEXT,
  search_text {key} NOT NULL,
  state TEXT,
  address TEXT,
  model TEXT,
  named_year BIGINT NOT NULL
);
CREATE INDEX organization_search ON organization (kind, search_text, id);

-- A published run of a year. Rows of a run that is not complete are invisible; those of a complete one never change.
CREATE TABLE run (
  id {identity},
  year BIGINT NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  law_hash TEXT NOT NULL,
  engine TEXT NOT NULL,
  scaling TEXT NOT NULL,
  loaded_at_us BIGINT NOT NULL,
  state {key} NOT NULL CHECK (state IN ('loading', 'complete')),
  note TEXT,
  UNIQUE (year, version)
);

-- From when on the scores or the adjustments of a year are those of a run.
CREATE TABLE release (
  id {identity},
  year BIGINT NOT NULL,
  kind {key} NOT NULL CHECK (kind IN ('scores', 'adjustments')),
  run_id BIGINT NOT NULL REFERENCES run (id),
  at_us BIGINT NOT NULL
);
CREATE INDEX release_newest ON release (year, kind, at_us, id);

CREATE TABLE organization_year (
  run_id BIGINT NOT NULL,
  organization_id {key} NOT NULL,
  name TEXT,
  state TEXT,
  zip TEXT,
  address TEXT,
  model TEXT,
  clinicians BIGINT,
  facts TEXT,
  search_text {key} NOT NULL,
  PRIMARY KEY (run_id, organization_id)
);

CREATE TABLE subgroup (
  run_id BIGINT NOT NULL,
  id {key} NOT NULL,
  practice_id {key} NOT NULL,
  identifier {key} NOT NULL,
  name TEXT,
  PRIMARY KEY (run_id, id)
);
CREATE INDEX subgroup_practice ON subgroup (run_id, practice_id, identifier);

-- Names of clinicians, where they are known.
CREATE TABLE clinician (
  run_id BIGINT NOT NULL,
  npi {key} NOT NULL,
  last_name TEXT,
  first_name TEXT,
  specialty TEXT,
  PRIMARY KEY (run_id, npi)
);

-- Who takes part in whom: TIN/NPI in APM Entity or subgroup, practice in APM Entity or virtual group.
CREATE TABLE participation (
  run_id BIGINT NOT NULL,
  owner_id {key} NOT NULL,
  member_id {key} NOT NULL,
  list {key} NOT NULL,
  owner_kind {key} NOT NULL,
  member_kind {key} NOT NULL,
  apm_id TEXT,
  mips_apm BIGINT,
  full_tin BIGINT,
  snapshots TEXT,
  PRIMARY KEY (run_id, owner_id, member_id, list)
);
CREATE INDEX participation_member ON participation (run_id, member_id);

CREATE TABLE score (
  run_id BIGINT NOT NULL,
  owner_id {key} NOT NULL,
  participation_option {key} NOT NULL,
  reporting_option {key},
  program TEXT,
  facility_based BIGINT,
  final_score_e2 BIGINT,
  rejected BIGINT NOT NULL,
  own_interoperability BIGINT,
  PRIMARY KEY (run_id, owner_id)
);

-- The whole result and the case that gave it: gzip of JSON.
CREATE TABLE result (
  run_id BIGINT NOT NULL,
  owner_id {key} NOT NULL,
  body {bytes} NOT NULL,
  case_body {bytes},
  PRIMARY KEY (run_id, owner_id)
);

-- What counts for a TIN/NPI in the payment year.
CREATE TABLE assignment (
  run_id BIGINT NOT NULL,
  association_id {key} NOT NULL,
  practice_id {key} NOT NULL,
  npi {key} NOT NULL,
  clinician_type TEXT,
  billed BIGINT NOT NULL,
  source_kind {key},
  source_id {key},
  source_practice_id {key},
  reporting_option {key},
  participation_option {key},
  final_score_e2 BIGINT,
  quality_score_e4 BIGINT,
  quality_weight_e4 BIGINT,
  cost_score_e4 BIGINT,
  cost_weight_e4 BIGINT,
  ia_score_e4 BIGINT,
  ia_weight_e4 BIGINT,
  pi_score_e4 BIGINT,
  pi_weight_e4 BIGINT,
  complex_patient_bonus_e4 BIGINT,
  status {key} NOT NULL,
  band {key},
  percent_before_scaling_e6 BIGINT,
  payment_adjustment_percent_e2 BIGINT,
  additional_percent_e2 BIGINT,
  total_percent_e2 BIGINT,
  note TEXT,
  PRIMARY KEY (run_id, association_id)
);
CREATE INDEX assignment_practice ON assignment (run_id, practice_id, npi);
CREATE INDEX assignment_source ON assignment (run_id, source_id, npi);

-- What eligibility says of a TIN/NPI: gzip of JSON.
CREATE TABLE eligibility (
  run_id BIGINT NOT NULL,
  association_id {key} NOT NULL,
  status {key} NOT NULL,
  reason TEXT,
  body {bytes} NOT NULL,
  PRIMARY KEY (run_id, association_id)
);

CREATE TABLE mvp_average (
  run_id BIGINT NOT NULL,
  mvp_id {key} NOT NULL,
  submissions BIGINT NOT NULL,
  mean_quality_percent_e4 BIGINT,
  mean_cost_percent_e4 BIGINT,
  PRIMARY KEY (run_id, mvp_id)
);
