-- How often an urgent report has been told without an answer. Empty: a report that can wait until its time.
ALTER TABLE deviation ADD COLUMN urgent_told BIGINT CHECK (urgent_told > 0);
