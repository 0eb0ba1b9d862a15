-- The role that every connection of the service takes. It reads and adds; it owns nothing, and so can neither change nor
-- remove, nor switch off the triggers that forbid it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'proviso_service') then
        create role proviso_service;
    end if;
    if current_user <> 'proviso_service' then
        execute format('grant proviso_service to %I', current_user);
    end if;
end
$$;

grant usage on schema public to proviso_service;
grant select, insert on document to proviso_service;

-- Who listens on this channel learns at once that something was published.
create function announce_publication() returns trigger language plpgsql as $$
begin
    perform pg_notify('proviso_publication', '');
    return null;
end
$$;

create trigger document_is_announced
    after insert on document
    for each statement execute function announce_publication();
