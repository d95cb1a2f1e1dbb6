-- Where somebody who must act is written to when no chat reaches them: staff, coordinators, administrators and contacts, by the municipality's file alone.
ALTER TABLE person ADD COLUMN email TEXT;

-- What goes out by e-mail because no chat has taken it. The text goes as soon as its fate is known, the row after a week or with the person.
CREATE TABLE mail (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT    NOT NULL UNIQUE,
    person_id     INTEGER NOT NULL REFERENCES person (id),
    task_id       INTEGER REFERENCES task (id),
    body          TEXT,
    state         TEXT    NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'dropped')),
    attempts      INTEGER NOT NULL DEFAULT 0,
    error         TEXT,
    not_before_at TEXT    NOT NULL,
    written_at    TEXT    NOT NULL,
    created_at    TEXT    NOT NULL,
    sent_at       TEXT
) STRICT;
CREATE INDEX mail_pending ON mail (not_before_at) WHERE state = 'pending';
CREATE INDEX mail_failed ON mail (person_id) WHERE state = 'failed';
CREATE INDEX mail_by_person ON mail (person_id);

-- When a token ends by itself. None: when somebody ends it.
ALTER TABLE api_token ADD COLUMN expires_at TEXT;
