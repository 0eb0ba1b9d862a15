-- Each event of a draft holds the hash of the one before it, of the same version, so that none can be changed or taken out of
-- the middle unseen. What happened before now is hashed as it stands.
alter table draft_event add column previous_hash text, add column hash text;

alter table draft_event disable trigger draft_event_is_never_changed;

create function netstring(field text) returns text language sql immutable as $$
    select octet_length(convert_to(field, 'UTF8')) || ':' || field || ','
$$;

do $$
declare
    event draft_event;
    last  text;
begin
    for event in select * from draft_event order by id, version, number loop
        if event.number = 1 then
            last := repeat('0', 64);
        end if;
        update draft_event
        set previous_hash = last,
            hash = encode(sha256(convert_to(
                netstring('proviso draft event 1') || netstring(kind) || netstring(id) || netstring(version)
                    || netstring(number::text) || netstring(last) || netstring(action) || netstring(by_whom)
                    || netstring(round(extract(epoch from at) * 1000000)::bigint::text) || netstring(comment)
                    || netstring(acknowledged) || netstring(sha256), 'UTF8')), 'hex')
        where id = event.id and version = event.version and number = event.number
        returning hash into last;
    end loop;
end
$$;

drop function netstring(text);

alter table draft_event enable trigger draft_event_is_never_changed;

alter table draft_event
    alter column previous_hash set not null,
    alter column hash set not null,
    add check (number > 1 or previous_hash = repeat('0', 64)),
    add unique (id, version, number, hash),
    add constraint draft_event_links foreign key (id, version, previous, previous_hash)
        references draft_event (id, version, number, hash);
