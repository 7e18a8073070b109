-- A published counting of items, services and emergency visits of a year's patients. Rows of one that is not complete are invisible;
-- those of a complete one never change. Only counts come here: nothing about a single patient.
CREATE TABLE services_count (
  id {identity},
  year BIGINT NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  header TEXT NOT NULL,
  loaded_at_us BIGINT NOT NULL,
  shown_at_us BIGINT NOT NULL,
  state {key} NOT NULL CHECK (state IN ('loading', 'complete')),
  UNIQUE (year, version)
);
CREATE INDEX services_count_newest ON services_count (year, shown_at_us, id);

-- What the patients of a practice or a TIN/NPI had of a range of HCPCS codes.
CREATE TABLE services_of_range (
  count_id BIGINT NOT NULL,
  owner_id {key} NOT NULL,
  range_key {key} NOT NULL,
  beneficiaries BIGINT NOT NULL,
  cost_e2 BIGINT NOT NULL,
  services_e3 BIGINT NOT NULL,
  PRIMARY KEY (count_id, owner_id, range_key)
);

-- Patients attributed to a practice or a TIN/NPI, and their emergency visits where these are known.
CREATE TABLE attributed_patients (
  count_id BIGINT NOT NULL,
  owner_id {key} NOT NULL,
  associated BIGINT NOT NULL,
  with_visit BIGINT,
  visits BIGINT,
  PRIMARY KEY (count_id, owner_id)
);
