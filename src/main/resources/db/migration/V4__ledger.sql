-- The keys of persons, in a schema of their own: a backup that is to forget whom the service forgets leaves it out, and the
-- keys are backed up apart, for as short a time as the law allows.
create schema keys;

create table keys.person (
    pseudonym uuid  primary key,
    user_id   text  not null unique check (user_id <> ''),
    key       bytea not null check (length(key) = 32)
);

-- To remove a row is to erase the person; nowhere else may the service remove anything.
grant usage on schema keys to proviso_service;
grant select, insert, delete on keys.person to proviso_service;

create function keys.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a key is never changed, only destroyed';
end
$$;

create trigger person_is_never_changed
    before update on keys.person
    for each statement execute function keys.refuse_change();

-- What became known of persons. All that is personal is sealed; hashes are taken over what stands here.
create table ledger_event (
    person      uuid        not null,
    number      bigint      not null check (number > 0),
    recorded_at timestamptz not null,
    kind        text        not null,
    -- a mark of the idempotency key that only the person's key can make; empty if there was none
    mark        bytea       not null,
    sealed      bytea       not null,
    previous    bytea       not null check (length(previous) = 32),
    hash        bytea       not null check (length(hash) = 32),
    primary key (person, number)
);

create unique index ledger_event_by_mark on ledger_event (person, mark) where length(mark) > 0;

grant select, insert on ledger_event to proviso_service;

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'what the ledger holds is never changed or removed';
end
$$;

create trigger ledger_event_is_never_changed
    before update or delete on ledger_event
    for each statement execute function refuse_change_of_ledger();
