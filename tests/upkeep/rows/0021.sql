INSERT INTO listed (task_id, outbox_key) VALUES (1, 'daylist:1:1795330800:1');
