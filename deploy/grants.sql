-- Rights of the server's role "openqpp" in the database that "openqpp-admin" owns; to be run after every 'store migrate'.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO openqpp;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM openqpp;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO openqpp;

-- Published years are the command line's: the server reads them.
REVOKE INSERT, UPDATE, DELETE ON schema_version, run, release, organization_year, subgroup, clinician, participation, assignment, score, result, eligibility, mvp_average, services_count, services_of_range, attributed_patients FROM openqpp;

-- What was done is added to and never changed. With Portal:AuditYears set, the server must also be granted DELETE on both.
REVOKE UPDATE, DELETE ON audit, audit_seal FROM openqpp;
