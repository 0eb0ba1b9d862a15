-- What people say about clauses of a version on its way is among the events of the draft, and changes nothing of its state.
-- about: the clause, or the number of the remark that is settled; empty for a step of the way.
alter table draft_event
    add column about text not null default '',
    drop constraint draft_event_action_check,
    add constraint draft_event_action_check check (action in
        ('DRAFTED', 'EDITED', 'SUBMITTED', 'REJECTED', 'APPROVED', 'PUBLISHED', 'REMARKED', 'SETTLED')),
    add constraint draft_event_about_check check ((about <> '') = (action in ('REMARKED', 'SETTLED')));
