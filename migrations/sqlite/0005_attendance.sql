-- Those who come, from their yes until it is done.

ALTER TABLE task ADD COLUMN moved_at TEXT;
ALTER TABLE task ADD COLUMN places_wanted INTEGER CHECK (places_wanted > 0);

-- What somebody who comes was asked and has said; rows are only added. Without a person: about the task as a whole.
CREATE TABLE task_mark (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id   INTEGER NOT NULL REFERENCES task (id),
    person_id INTEGER REFERENCES person (id),
    mark      TEXT NOT NULL CHECK (mark IN (
        'confirmation_asked', 'confirmation_reminded', 'confirmed', 'stand_in_asked', 'stands_ready', 'stand_in_refused', 'unconfirmed_told',
        'start_reminded', 'move_asked', 'step_down_asked', 'step_down_refused', 'late', 'check_in_asked', 'check_in_reminded', 'checked_in',
        'no_show_told', 'absent', 'completion_asked', 'completed', 'went_wrong', 'completion_missed', 'coming_call_asked', 'coming_call_made',
        'coming_call_failed', 'nobody_call_asked', 'nobody_call_made', 'nobody_call_failed', 'verdict_asked', 'verdict_useful', 'verdict_so_so',
        'verdict_useless', 'verdict_unreached')),
    at        TEXT NOT NULL,
    until_at  TEXT
) STRICT;
CREATE INDEX task_mark_by_task ON task_mark (task_id);

-- Something went wrong, or worried somebody. The words are sealed; the municipality answers by a time.
CREATE TABLE deviation (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id      INTEGER NOT NULL REFERENCES task (id),
    reporter_id  INTEGER NOT NULL REFERENCES person (id),
    sealed       BLOB NOT NULL,
    reported_at  TEXT NOT NULL,
    answer_by_at TEXT NOT NULL,
    answered_at  TEXT,
    answered_by  INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX deviation_by_task ON deviation (task_id);
CREATE INDEX signup_by_organisation ON signup (asked_as);
CREATE INDEX task_by_requester ON task (requester_id) WHERE state = 'open';
