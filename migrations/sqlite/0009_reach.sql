-- Who may be asked about an open task no more: the club's agreement has ended, or the service was stopped. What was promised before stands.
ALTER TABLE task_asked ADD COLUMN closed_at TEXT;

-- What is wrong with who can be reached, and when coordinators and administrators were told of it. A row goes when it is well again.
CREATE TABLE trouble (
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    kind            TEXT    NOT NULL CHECK (kind IN ('nobody_acts', 'nobody_on_duty', 'no_deputy', 'person', 'group', 'service')),
    subject_id      INTEGER NOT NULL,
    since_at        TEXT    NOT NULL,
    told_at         TEXT,
    PRIMARY KEY (municipality_id, kind, subject_id)
) STRICT;

-- When it was first looked at who can be reached: what is wrong from the beginning is for the set-up to mend, and not told.
ALTER TABLE municipality ADD COLUMN reach_known_at TEXT;
INSERT INTO due (subject_kind, subject_id, at) SELECT 'reach', id, '2026-01-01T00:00:00+00:00' FROM municipality;

-- What could not be handled is counted without reading all that ever came in.
CREATE INDEX inbox_failed ON inbox (id) WHERE state = 'failed';
