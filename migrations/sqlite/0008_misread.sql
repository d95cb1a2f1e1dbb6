-- A reading that somebody said was wrong: what was written, with names, places and numbers masked, how it was read, and what was meant, sealed.
-- Only what is 'kept' has been agreed to; the rest is what the question about it needs, and goes after some days.
CREATE TABLE misread (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    state      TEXT NOT NULL CHECK (state IN ('offered', 'kept')),
    sealed     BLOB NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX misread_by_person ON misread (person_id);
CREATE INDEX misread_by_state ON misread (state, created_at);
