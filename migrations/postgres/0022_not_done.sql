-- That a task was not carried out, and that its recipient is not to be rung any more.
-- [each engine in its own words]
ALTER TABLE task_mark DROP CONSTRAINT task_mark_mark_check;
ALTER TABLE task_mark ADD CONSTRAINT task_mark_mark_check CHECK (mark IN (
        'confirmation_asked', 'confirmation_reminded', 'confirmed', 'stand_in_asked', 'stands_ready', 'stand_in_refused', 'unconfirmed_told',
        'reported_away', 'report_reminded', 'report_told_deputy', 'report_told_contact', 'part_left_open',
        'start_reminded', 'move_asked', 'move_reminded', 'move_told_duty', 'report_withdrawn', 'town_provides', 'town_asked', 'club_refused', 'would_come', 'step_down_asked', 'step_down_refused', 'part_reminded', 'late', 'check_in_asked', 'check_in_reminded', 'checked_in',
        'no_show_told', 'no_show_told_deputy', 'no_show_told_contact',
        'absent', 'completion_asked', 'completed', 'went_wrong', 'not_done', 'completion_missed', 'coming_call_asked', 'coming_call_made',
        'coming_call_failed', 'nobody_call_asked', 'nobody_call_made', 'nobody_call_failed', 'verdict_asked', 'verdict_useful', 'verdict_so_so',
        'verdict_useless', 'verdict_unreached', 'not_to_be_rung'));
-- [the same words again]
