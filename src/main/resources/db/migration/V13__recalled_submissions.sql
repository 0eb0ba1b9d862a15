-- The side that wrote a version takes its submission back, before it is judged.
alter table draft_event
    drop constraint draft_event_action_check,
    add constraint draft_event_action_check check (action in
        ('DRAFTED', 'EDITED', 'TESTED', 'SUBMITTED', 'RECALLED', 'REJECTED', 'APPROVED', 'PUBLISHED', 'REMARKED', 'SETTLED'));
