-- The keys of persons are kept wrapped, by a key that lies outside this database. What is left of a wrapped key in dead rows,
-- in the write-ahead log and in backups is worth nothing once the wrapping key is destroyed.
create table keys.wrapping_key (
    id         text        primary key check (id <> ''),
    -- what this key, and no other under its name, opens
    proof      bytea       not null,
    made_at    timestamptz not null default now(),
    -- since when another is current
    retired_at timestamptz
);

create unique index wrapping_key_is_one on keys.wrapping_key ((true)) where retired_at is null;

grant select, insert, delete, update (retired_at) on keys.wrapping_key to proviso_service;

-- A row without wrapped_by holds a key as it is, from before this migration. The first start of the service wraps it.
alter table keys.person
    add column wrapped_by text references keys.wrapping_key (id),
    drop constraint person_key_check,
    add check (wrapped_by is not null or length(key) = 32);

create index person_by_wrapping_key on keys.person (wrapped_by);

drop trigger person_is_never_changed on keys.person;
create trigger person_is_never_changed
    before update of pseudonym, user_id on keys.person
    for each statement execute function keys.refuse_change();

-- To wrap a key anew is not to change it.
grant update (key, wrapped_by) on keys.person to proviso_service;

create function keys.has_unwrapped() returns boolean language sql stable security definer set search_path = keys, pg_temp as $$
    select not attnotnull from pg_attribute where attrelid = 'keys.person'::regclass and attname = 'wrapped_by'
$$;

-- Writes the table anew, so that no dead row of it holds a key as it is, and takes no such row any more.
create function keys.forget_unwrapped() returns void
language plpgsql security definer set search_path = keys, pg_temp as $$
begin
    cluster keys.person using person_pkey;
    alter table keys.person alter column wrapped_by set not null;
end
$$;

revoke all on function keys.has_unwrapped(), keys.forget_unwrapped() from public;
grant execute on function keys.has_unwrapped(), keys.forget_unwrapped() to proviso_service;

-- The hash of each event of each ledger a second time, in 16 chains over all users. An event that is taken from a ledger, the
-- last one too, is missed here; and what is taken from here breaks the chain.
create table ledger_chain (
    branch   smallint not null check (branch between 0 and 15),
    position bigint   not null check (position > 0),
    person   uuid     not null,
    number   bigint   not null,
    event    bytea    not null check (length(event) = 32),
    hash     bytea    not null check (length(hash) = 32),
    primary key (branch, position)
);

create function chain_event(person uuid, number bigint, event bytea) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
    own_branch smallint := get_byte(uuid_send(person), 0) / 16;
    last       ledger_chain;
begin
    -- Until the end of the transaction: whoever adds to the same branch waits, and sees this event.
    perform pg_advisory_xact_lock(hashtextextended('proviso ledger chain ' || own_branch, 0));
    select * into last from ledger_chain where branch = own_branch order by position desc limit 1;
    insert into ledger_chain values (own_branch, coalesce(last.position, 0) + 1, person, number, event,
        sha256(coalesce(last.hash, decode(repeat('00', 32), 'hex')) || uuid_send(person) || int8send(number) || event));
end
$$;

create function chain_ledger_event() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform chain_event(new.person, new.number, new.hash);
    return null;
end
$$;

revoke all on function chain_event(uuid, bigint, bytea), chain_ledger_event() from public;

do $$
declare
    event ledger_event;
begin
    for event in select * from ledger_event order by recorded_at, person, number loop
        perform chain_event(event.person, event.number, event.hash);
    end loop;
end
$$;

create trigger ledger_event_is_chained
    after insert on ledger_event
    for each row execute function chain_ledger_event();

create trigger ledger_chain_is_never_changed
    before update or delete on ledger_chain
    for each statement execute function refuse_change_of_ledger();

grant select on ledger_chain to proviso_service;
