CREATE TABLE person (
  id {key} NOT NULL PRIMARY KEY,
  user_name TEXT NOT NULL,
  normalized_user_name {key} NOT NULL UNIQUE,
  display_name TEXT,
  email TEXT,
  normalized_email {key},
  email_confirmed BIGINT NOT NULL,
  password_hash TEXT,
  security_stamp TEXT,
  concurrency_stamp {key} NOT NULL,
  authenticator_key TEXT,
  recovery_codes TEXT,
  two_factor BIGINT NOT NULL,
  lockout_enabled BIGINT NOT NULL,
  lockout_end_us BIGINT,
  access_failures BIGINT NOT NULL,
  external_issuer {key},
  external_subject {key},
  created_at_us BIGINT NOT NULL,
  CHECK ((external_issuer IS NULL) = (external_subject IS NULL)),
  UNIQUE (external_issuer, external_subject)
);
CREATE INDEX person_email ON person (normalized_email);

CREATE TABLE passkey (
  credential_id {key} NOT NULL PRIMARY KEY,
  person_id {key} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name TEXT,
  created_at_us BIGINT NOT NULL,
  sign_count BIGINT NOT NULL,
  body {bytes} NOT NULL
);
CREATE INDEX passkey_person ON passkey (person_id);

-- A role that somebody holds, or asked for. It is read at every request: a removal holds from the next one on.
CREATE TABLE held_role (
  id {key} NOT NULL PRIMARY KEY,
  person_id {key} NOT NULL REFERENCES person (id),
  role {key} NOT NULL CHECK (role IN ('security-official', 'staff', 'clinician', 'reviewer')),
  organization_id {key} REFERENCES owner (id),
  npi {key},
  state {key} NOT NULL CHECK (state IN ('requested', 'approved', 'denied', 'removed')),
  requested_at_us BIGINT NOT NULL,
  decided_by {key} REFERENCES person (id),
  decided_at_us BIGINT,
  CHECK ((role IN ('security-official', 'staff')) = (organization_id IS NOT NULL)),
  CHECK ((role = 'clinician') = (npi IS NOT NULL))
);
CREATE INDEX held_role_person ON held_role (person_id, state);
CREATE INDEX held_role_organization ON held_role (organization_id, state);
CREATE UNIQUE INDEX held_role_once ON held_role (person_id, role, COALESCE(organization_id, npi, '')) WHERE state IN ('requested', 'approved');

CREATE TABLE acknowledgement (
  person_id {key} NOT NULL REFERENCES person (id),
  year BIGINT NOT NULL,
  at_us BIGINT NOT NULL,
  PRIMARY KEY (person_id, year)
);

-- Written only; nothing in the program changes or deletes a row.
CREATE TABLE audit (
  id {identity},
  at_us BIGINT NOT NULL,
  person_id {key},
  role {key},
  role_organization_id {key},
  action {key} NOT NULL,
  resource {key} NOT NULL,
  year BIGINT,
  owner_id {key},
  log_organization_id {key},
  outcome {key} NOT NULL,
  detail TEXT
);
CREATE INDEX audit_organization ON audit (log_organization_id, at_us, id);
CREATE INDEX audit_person ON audit (person_id, at_us, id);

CREATE TABLE data_protection_key (
  id {key} NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  created_at_us BIGINT NOT NULL
);
