INSERT INTO task_mark (id, task_id, person_id, mark, at) VALUES (9, 2, NULL, 'no_show_told_deputy', '2026-11-02T15:40:00+00:00');
