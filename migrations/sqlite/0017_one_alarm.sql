-- Several reports that can't wait about one task are told as one: a report may go with another, which is told in its stead. And an alarm may be
-- over before anybody in the municipality has answered it.
ALTER TABLE deviation ADD COLUMN goes_with INTEGER REFERENCES deviation (id);
ALTER TABLE deviation ADD COLUMN calmed_at TEXT;
CREATE INDEX deviation_urgent ON deviation (task_id) WHERE urgent_told IS NOT NULL;
