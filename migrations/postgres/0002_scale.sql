-- What is pending is taken and waited for a channel at a time: one with much to say holds up no other.
DROP INDEX outbox_pending;
DROP INDEX outbox_next;
CREATE INDEX outbox_pending ON outbox (channel_id, priority, id) WHERE state = 'pending';
CREATE INDEX outbox_next ON outbox (channel_id, not_before_at) WHERE state = 'pending';

-- Few are under way at a time, and one index finds them all.
DROP INDEX outbox_sending;

-- Most messages are about no request, and many about no task.
DROP INDEX outbox_by_task;
DROP INDEX outbox_by_request;
CREATE INDEX outbox_by_task ON outbox (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX outbox_by_request ON outbox (request_id) WHERE request_id IS NOT NULL;

-- A person's or group's code is made anew until it is used.
CREATE INDEX invite_by_person ON invite (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX invite_by_group ON invite (group_id) WHERE group_id IS NOT NULL;

-- Two people who turn out to be one take all their offers along, not only the open ones.
DROP INDEX offer_by_person;
CREATE INDEX offer_by_person ON offer (person_id);

-- What is to be erased is found by its day.
CREATE INDEX recipient_by_erasure ON recipient (erase_at) WHERE erase_at IS NOT NULL;
