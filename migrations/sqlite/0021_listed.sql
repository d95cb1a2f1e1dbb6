-- The tasks that a list (of the day, or at a hand-over) has buttons about, so that these can be put away when a task is settled elsewhere.
CREATE TABLE listed (
    task_id    INTEGER NOT NULL REFERENCES task (id),
    outbox_key TEXT    NOT NULL,
    PRIMARY KEY (task_id, outbox_key)
) STRICT;
