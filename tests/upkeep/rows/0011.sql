UPDATE municipality SET duty_person_id = 1, duty_since_at = '2026-11-16T07:00:00+00:00';
UPDATE absence SET said_at = '2026-11-15T10:00:00+00:00';
