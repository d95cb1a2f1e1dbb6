UPDATE person SET email = 'anne@vik.example' WHERE id = 1;
INSERT INTO mail (id, key, person_id, task_id, body, state, attempts, error, not_before_at, written_at, created_at) VALUES (1, 'step:1:0:4:1', 1, 1, '{"lines": ["noted"]}', 'pending', 1, 'the server answered 451', '2026-11-20T10:05:00+00:00', '2026-11-20T09:50:00+00:00', '2026-11-20T10:00:00+00:00');
UPDATE api_token SET expires_at = '2027-01-01T00:00:00+00:00' WHERE id = 1;
