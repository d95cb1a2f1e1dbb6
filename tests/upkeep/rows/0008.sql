INSERT INTO misread (id, person_id, state, sealed, created_at) VALUES (1, 2, 'kept', X'04', '2026-11-20T10:00:00+00:00');
