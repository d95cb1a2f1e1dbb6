-- What tells whether the service is well must not read all that was ever said.
CREATE INDEX outbox_by_sending ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox (created_at) WHERE state = 'pending';

-- Whether somebody has seen what was changed since.
CREATE INDEX recipient_view_by_task ON recipient_view (task_id, person_id);
