-- What may have been said before a backup was put back: it waits for an administrator's word, and is 'dropped' in outbox until then.
CREATE TABLE withheld (
    outbox_id   INTEGER PRIMARY KEY REFERENCES outbox (id),
    withheld_at TEXT NOT NULL
) STRICT;

-- What the auditor has found. It is told at the second look and when it is over; then the row goes.
CREATE TABLE finding (
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    kind            TEXT NOT NULL,
    subject         TEXT NOT NULL,
    since_at        TEXT NOT NULL,
    told_at         TEXT,
    PRIMARY KEY (municipality_id, kind, subject)
) STRICT;
