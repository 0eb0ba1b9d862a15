-- Decisions as they were made, one partition a month (UTC). Only the body says anything of a person, and it is sealed with
-- that person's key.
create table decision_record (
    decided_at timestamptz not null,
    id         uuid        not null,
    -- the instant that the question was about
    asked_at   timestamptz not null,
    asker      text        not null,
    policy     text        not null,
    version    text        not null,
    purpose    text        not null,
    decision   text        not null check (decision in ('PERMIT', 'DENY', 'INDETERMINATE', 'NOT_APPLICABLE')),
    trial      boolean     not null,
    rulebook   text        not null,
    -- as document and rule: website-privacy 7(2)
    rules      text[]      not null,
    person     uuid,
    body       bytea       not null,
    primary key (decided_at, id)
) partition by range (decided_at);

create index decision_record_by_person on decision_record (person, decided_at, id) where person is not null;

create function refuse_record_change() returns trigger language plpgsql as $$
begin
    raise exception 'what is recorded is never changed or removed';
end
$$;

-- For each row, so that every partition has it too.
create trigger decision_record_is_never_changed
    before update or delete on decision_record
    for each row execute function refuse_record_change();

-- The service can create no tables. These two functions run as the owner of the schema and do this alone: the first creates
-- the partitions of some months, the second drops those whose last day lies before a day, but none of the last 31 days.
create function create_decision_months(first date, last date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    month date := date_trunc('month', first::timestamp);
    name  text;
begin
    if last > first + interval '10 years' then
        raise exception 'at most ten years at once';
    end if;
    perform pg_advisory_xact_lock(hashtext('proviso decision months'));
    while month <= last loop
        name := 'decision_record_' || to_char(month, 'YYYY_MM');
        if to_regclass(name) is null then
            execute format('create table %I partition of decision_record for values from (%L) to (%L)', name,
                month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
        end if;
        month := month + interval '1 month';
    end loop;
end
$$;

create function drop_decision_months(before date) returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    name text;
begin
    if before > (now() at time zone 'UTC')::date - 31 then
        raise exception 'records of the last 31 days are not dropped';
    end if;
    perform pg_advisory_xact_lock(hashtext('proviso decision months'));
    for name in
        select child.relname
        from pg_inherits join pg_class child on child.oid = inhrelid
        where inhparent = 'decision_record'::regclass
            and to_date(right(child.relname, 7), 'YYYY_MM') + interval '1 month' <= before
        order by child.relname
    loop
        execute format('drop table %I', name);
        return next name;
    end loop;
end
$$;

revoke all on function create_decision_months(date, date), drop_decision_months(date) from public;
grant execute on function create_decision_months(date, date), drop_decision_months(date) to proviso_service;

select create_decision_months((now() at time zone 'UTC')::date, ((now() at time zone 'UTC')::date + interval '3 months')::date);

-- Rulebooks that decided something: what each consists of, and the documents and base rules themselves, by content hash.
create table rulebook_part (
    sha256  text  primary key,
    content bytea not null,
    constraint sha256_is_of_part check (sha256 = encode(sha256(content), 'hex'))
);

create table rulebook (
    hash     text        primary key check (hash like 'sha256:%'),
    manifest text        not null,
    kept_at  timestamptz not null default now()
);

create trigger rulebook_part_is_never_changed
    before update or delete on rulebook_part
    for each statement execute function refuse_record_change();

create trigger rulebook_is_never_changed
    before update or delete on rulebook
    for each statement execute function refuse_record_change();

grant select, insert on decision_record, rulebook_part, rulebook to proviso_service;
