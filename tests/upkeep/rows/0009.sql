UPDATE task_asked SET closed_at = '2026-11-20T10:00:00+00:00' WHERE task_id = 2;
UPDATE municipality SET reach_known_at = '2026-11-20T10:00:00+00:00';
INSERT INTO trouble (municipality_id, kind, subject_id, since_at) VALUES (1, 'no_deputy', 0, '2026-11-20T10:00:00+00:00');
