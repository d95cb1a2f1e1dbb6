-- What was said of a task to one person is looked up with every answer.
DROP INDEX outbox_by_task;
CREATE INDEX outbox_by_task ON outbox (task_id, person_id) WHERE task_id IS NOT NULL;

-- What somebody leaves behind is found without reading everybody's.
CREATE INDEX recipient_view_by_person ON recipient_view (person_id);
CREATE INDEX chat_member_by_account ON chat_member (account_id);
CREATE INDEX disclosure_by_person ON disclosure (person_id);
