-- The last step of an authenticator's code that was taken: no code works twice.
ALTER TABLE person ADD COLUMN last_code_step BIGINT;
-- When the person agreed to what is kept about them, and when the notices about the account were last read.
ALTER TABLE person ADD COLUMN consented_at_us BIGINT;
ALTER TABLE person ADD COLUMN notices_read_at_us BIGINT;
ALTER TABLE passkey ADD COLUMN used_at_us BIGINT;

CREATE INDEX review_document_person ON review_document (added_by);

-- Who is signed in, from where. It stands while its stamp is that of the person; ended ones are deleted.
CREATE TABLE session (
  id {key} NOT NULL PRIMARY KEY,
  person_id {key} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  stamp {key} NOT NULL,
  means {key} NOT NULL,
  strong BIGINT NOT NULL,
  device TEXT NOT NULL,
  created_at_us BIGINT NOT NULL,
  confirmed_at_us BIGINT NOT NULL,
  seen_at_us BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person_id, created_at_us);

-- A code with which somebody chooses a password, once; only its hash is kept.
CREATE TABLE invitation (
  person_id {key} NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  code_hash {key} NOT NULL,
  expires_at_us BIGINT NOT NULL
);

-- What the audit log held up to a row: each seal hashes the rows since the one before, and that one's hash.
CREATE TABLE audit_seal (
  through_id BIGINT NOT NULL PRIMARY KEY,
  from_id BIGINT NOT NULL UNIQUE,
  rows_sealed BIGINT NOT NULL,
  previous_hash {key} NOT NULL,
  hash {key} NOT NULL,
  at_us BIGINT NOT NULL
);
