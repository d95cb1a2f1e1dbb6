-- Days on which somebody is not there. They may be known long before, and there may be several.

CREATE TABLE absence (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id),
    from_at   TEXT    NOT NULL,
    until_at  TEXT    NOT NULL,
    CHECK (until_at > from_at)
) STRICT;
CREATE INDEX absence_by_person ON absence (person_id, until_at);
ALTER TABLE person DROP COLUMN away_until;

-- When the list of the day is sent by itself: minute, hour, day, month and weekday as in cron, by the municipality's wall clock; or 'off'.
ALTER TABLE municipality ADD COLUMN day_list TEXT NOT NULL DEFAULT '0 7 * * *';
INSERT INTO due (subject_kind, subject_id, at) SELECT 'day_list', id, '2026-01-01T00:00:00+00:00' FROM municipality;

-- A personal link to what is held on an account's owner, where a channel can carry no file. Only the token's hash is kept.
CREATE TABLE own_data_link (
    token_hash TEXT    PRIMARY KEY NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    created_at TEXT    NOT NULL,
    expires_at TEXT    NOT NULL
) STRICT;

-- History is only added to. It holds numbers and no names, so that a person who is erased has no row to be changed.
-- [each engine in its own words]
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
-- [the same words again]
