CREATE TABLE review (
  id {key} NOT NULL PRIMARY KEY,
  year BIGINT NOT NULL,
  owner_id {key} NOT NULL REFERENCES owner (id),
  requester_id {key} NOT NULL REFERENCES person (id),
  role {key} NOT NULL,
  role_organization_id {key},
  state {key} NOT NULL,
  grounds TEXT NOT NULL,
  words TEXT NOT NULL,
  created_at_us BIGINT NOT NULL,
  submitted_at_us BIGINT,
  answer_due_at_us BIGINT,
  decided_at_us BIGINT
);
CREATE INDEX review_owner ON review (owner_id, year);
CREATE INDEX review_state ON review (state, submitted_at_us, id);
CREATE INDEX review_requester ON review (requester_id, created_at_us);

CREATE TABLE review_event (
  review_id {key} NOT NULL REFERENCES review (id),
  number BIGINT NOT NULL,
  at_us BIGINT NOT NULL,
  person_id {key} REFERENCES person (id),
  from_state {key},
  to_state {key} NOT NULL,
  words TEXT,
  PRIMARY KEY (review_id, number)
);

CREATE TABLE review_document (
  id {key} NOT NULL PRIMARY KEY,
  review_id {key} NOT NULL REFERENCES review (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  length BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  body {bytes} NOT NULL,
  added_by {key} NOT NULL REFERENCES person (id),
  added_at_us BIGINT NOT NULL
);
CREATE INDEX review_document_review ON review_document (review_id, added_at_us);

CREATE TABLE application (
  id {key} NOT NULL PRIMARY KEY,
  year BIGINT NOT NULL,
  owner_id {key} NOT NULL REFERENCES owner (id),
  requester_id {key} NOT NULL REFERENCES person (id),
  kind {key} NOT NULL,
  categories TEXT NOT NULL,
  words TEXT NOT NULL,
  state {key} NOT NULL,
  created_at_us BIGINT NOT NULL
);
CREATE INDEX application_owner ON application (owner_id, year);
CREATE INDEX application_state ON application (state, created_at_us, id);

CREATE TABLE application_event (
  application_id {key} NOT NULL REFERENCES application (id),
  number BIGINT NOT NULL,
  at_us BIGINT NOT NULL,
  person_id {key} REFERENCES person (id),
  from_state {key},
  to_state {key} NOT NULL,
  words TEXT,
  PRIMARY KEY (application_id, number)
);

-- Registrations and elections. One of a kind holds at a time; an irrevocable one for good.
CREATE TABLE registration (
  id {key} NOT NULL PRIMARY KEY,
  year BIGINT NOT NULL,
  owner_id {key} NOT NULL REFERENCES owner (id),
  kind {key} NOT NULL,
  choice TEXT NOT NULL,
  irrevocable BIGINT NOT NULL,
  person_id {key} NOT NULL REFERENCES person (id),
  at_us BIGINT NOT NULL,
  ended_at_us BIGINT,
  CHECK (irrevocable = 0 OR ended_at_us IS NULL)
);
CREATE UNIQUE INDEX registration_once ON registration (owner_id, year, kind) WHERE ended_at_us IS NULL;
CREATE INDEX registration_year ON registration (year, kind, at_us, id);

CREATE TABLE report_file (
  id {key} NOT NULL PRIMARY KEY,
  year BIGINT NOT NULL,
  owner_id {key} NOT NULL REFERENCES owner (id),
  kind {key} NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  length BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  body {bytes} NOT NULL,
  at_us BIGINT NOT NULL
);
CREATE INDEX report_file_owner ON report_file (owner_id, year, kind);

-- What a registry sent in, and the points that it came to when it was received: gzip of JSON.
CREATE TABLE registry_submission (
  id {key} NOT NULL PRIMARY KEY,
  year BIGINT NOT NULL,
  registry_id {key} NOT NULL REFERENCES owner (id),
  owner_id {key} NOT NULL REFERENCES owner (id),
  person_id {key} NOT NULL REFERENCES person (id),
  received_at_us BIGINT NOT NULL,
  body {bytes} NOT NULL,
  result {bytes}
);
CREATE INDEX registry_submission_registry ON registry_submission (registry_id, year, received_at_us, id);
CREATE INDEX registry_submission_owner ON registry_submission (owner_id, year, received_at_us, id);
