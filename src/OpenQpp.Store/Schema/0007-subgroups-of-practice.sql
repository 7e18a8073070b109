-- The subgroups of a practice are found without looking at everybody's TIN/NPIs.
CREATE INDEX owner_subgroup ON owner (practice_id) WHERE kind = 'subgroups';
