-- Attempts to sign in or to look somebody up, by minute and by where they come from (a hash). All servers of a portal count together.
CREATE TABLE attempt (
  origin {key} NOT NULL,
  minute BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  PRIMARY KEY (origin, minute)
);
CREATE INDEX attempt_minute ON attempt (minute);
