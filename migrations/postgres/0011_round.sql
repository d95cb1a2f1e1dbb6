-- Who was last found to have the duty, and since when: whoever is found to have it next takes over. Without a person: nobody had it.
ALTER TABLE municipality ADD COLUMN duty_person_id BIGINT REFERENCES person (id);
ALTER TABLE municipality ADD COLUMN duty_since_at TIMESTAMPTZ;
INSERT INTO due (subject_kind, subject_id, at) SELECT 'duty', id, '2026-01-01T00:00:00+00:00' FROM municipality;

-- When somebody said that they are away: places they have taken since are kept.
ALTER TABLE absence ADD COLUMN said_at TIMESTAMPTZ;
