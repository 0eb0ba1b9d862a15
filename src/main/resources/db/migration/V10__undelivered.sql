-- Decisions that whoever asked never got: they were told that the decision could not be recorded, and the record was kept all the
-- same. A record is never changed, so the mark stands beside it.
create table decision_undelivered (
    decided_at timestamptz not null,
    id         uuid        not null,
    noted_at   timestamptz not null default now(),
    primary key (decided_at, id)
);

-- A mark goes with its record, when the month of the record is dropped, and not before.
create function refuse_mark_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (
        select from decision_record record where record.decided_at = old.decided_at and record.id = old.id) then
        return old;
    end if;
    raise exception 'what is recorded is never changed or removed';
end
$$;

create trigger decision_undelivered_is_never_changed
    before update or delete on decision_undelivered
    for each row execute function refuse_mark_change();

grant select, insert on decision_undelivered to proviso_service;

create or replace function drop_decision_months(before date) returns setof text
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
    delete from decision_undelivered mark where not exists (
        select from decision_record record where record.decided_at = mark.decided_at and record.id = mark.id);
end
$$;
