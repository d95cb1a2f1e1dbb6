INSERT INTO withheld (outbox_id, withheld_at) VALUES (1, '2026-11-20T10:00:00+00:00');
INSERT INTO finding (municipality_id, kind, subject, since_at, told_at) VALUES (1, 'no_backup', '', '2026-11-20T10:00:00+00:00', NULL);
