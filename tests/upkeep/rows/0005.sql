UPDATE task SET moved_at = '2026-11-20T12:00:00+00:00', places_wanted = 1 WHERE id = 1;
INSERT INTO task_mark (id, task_id, person_id, mark, at) VALUES (7, 1, 2, 'confirmed', '2026-11-20T13:00:00+00:00');
INSERT INTO task_mark (id, task_id, person_id, mark, at, until_at) VALUES (8, 1, NULL, 'move_asked', '2026-11-20T13:00:00+00:00', '2026-11-20T15:00:00+00:00');
INSERT INTO deviation (id, task_id, reporter_id, sealed, reported_at, answer_by_at, answered_at, answered_by) VALUES (1, 2, 2, X'03', '2026-11-02T18:00:00+00:00', '2026-11-04T18:00:00+00:00', '2026-11-03T08:00:00+00:00', 1);
