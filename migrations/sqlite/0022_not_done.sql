-- That a task was not carried out, and that its recipient is not to be rung any more.
-- [each engine in its own words]
CREATE TABLE task_mark_anew (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id   INTEGER NOT NULL REFERENCES task (id),
    person_id INTEGER REFERENCES person (id),
    mark      TEXT NOT NULL CHECK (mark IN (
        'confirmation_asked', 'confirmation_reminded', 'confirmed', 'stand_in_asked', 'stands_ready', 'stand_in_refused', 'unconfirmed_told',
        'reported_away', 'report_reminded', 'report_told_deputy', 'report_told_contact', 'part_left_open',
        'start_reminded', 'move_asked', 'move_reminded', 'move_told_duty', 'report_withdrawn', 'town_provides', 'town_asked', 'club_refused', 'would_come', 'step_down_asked', 'step_down_refused', 'part_reminded', 'late', 'check_in_asked', 'check_in_reminded', 'checked_in',
        'no_show_told', 'no_show_told_deputy', 'no_show_told_contact',
        'absent', 'completion_asked', 'completed', 'went_wrong', 'not_done', 'completion_missed', 'coming_call_asked', 'coming_call_made',
        'coming_call_failed', 'nobody_call_asked', 'nobody_call_made', 'nobody_call_failed', 'verdict_asked', 'verdict_useful', 'verdict_so_so',
        'verdict_useless', 'verdict_unreached', 'not_to_be_rung')),
    at        TEXT NOT NULL,
    until_at  TEXT
) STRICT;
INSERT INTO task_mark_anew (id, task_id, person_id, mark, at, until_at) SELECT id, task_id, person_id, mark, at, until_at FROM task_mark;
DROP TABLE task_mark;
ALTER TABLE task_mark_anew RENAME TO task_mark;
CREATE INDEX task_mark_by_task ON task_mark (task_id);
-- [the same words again]
