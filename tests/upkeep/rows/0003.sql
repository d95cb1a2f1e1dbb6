INSERT INTO absence (id, person_id, from_at, until_at) VALUES (1, 2, '2026-12-12T00:00:00+00:00', '2026-12-20T00:00:00+00:00');
UPDATE municipality SET day_list = 'off';
INSERT INTO own_data_link (token_hash, account_id, created_at, expires_at) VALUES ('gg', 1, '2026-11-20T10:00:00+00:00', '2026-11-21T10:00:00+00:00');
