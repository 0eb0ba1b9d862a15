-- The chain of publications and withdrawals. Each record holds the hash of the one before it, so that no record and no
-- document can be changed, added or taken out unseen.
create table publication (
    number             bigint      primary key check (number > 0),
    previous_number    bigint      generated always as (case when number = 1 then null else number - 1 end) stored,
    previous           text        not null,
    act                text        not null check (act in ('PUBLISHED', 'WITHDRAWN')),
    kind               text        not null,
    id                 text        not null,
    version            text        not null,
    vocabulary_id      text,
    vocabulary_version text,
    sha256             text        not null,
    announced_at       timestamptz not null,
    starts_at          timestamptz not null,
    by_whom            text        not null check (by_whom <> ''),
    at                 timestamptz not null,
    comment            text        not null,
    hash               text        not null,
    unique (number, hash),
    -- nothing is published twice, or withdrawn twice
    constraint publication_act_once unique (kind, id, version, act),
    constraint publication_follows foreign key (previous_number, previous) references publication (number, hash),
    constraint publication_has_document foreign key (kind, id, version) references document (kind, id, version),
    check (act = 'PUBLISHED' or at < starts_at)
);

-- The way of versions to publication. What happened is added, and a version's state is what happened last.
create table draft_name (
    id   text primary key check (id <> ''),
    kind text not null check (kind in ('POLICY', 'LAW', 'VOCABULARY')),
    unique (id, kind)
);

create table draft_event (
    kind         text        not null,
    id           text        not null,
    version      text        not null check (version <> ''),
    number       integer     not null check (number > 0),
    previous     integer     generated always as (case when number = 1 then null else number - 1 end) stored,
    action       text        not null
                 check (action in ('DRAFTED', 'EDITED', 'SUBMITTED', 'REJECTED', 'APPROVED', 'PUBLISHED')),
    by_whom      text        not null check (by_whom <> ''),
    at           timestamptz not null,
    comment      text        not null,
    -- codes of warnings, a blank between them
    acknowledged text        not null,
    sha256       text        not null,
    primary key (id, version, number),
    check ((number = 1) = (action = 'DRAFTED')),
    constraint draft_event_has_name foreign key (id, kind) references draft_name (id, kind),
    constraint draft_event_follows foreign key (id, version, previous) references draft_event (id, version, number)
);

-- Every text that was written on the way, by the event that wrote it.
create table draft_revision (
    id      text    not null,
    version text    not null,
    number  integer not null,
    content bytea   not null,
    sha256  text    not null,
    primary key (id, version, number),
    foreign key (id, version, number) references draft_event (id, version, number),
    constraint draft_sha256_is_of_content check (sha256 = encode(sha256(content), 'hex'))
);

create trigger document_is_never_emptied before truncate on document
    for each statement execute function refuse_change();
create trigger publication_is_never_changed before update or delete or truncate on publication
    for each statement execute function refuse_change();

create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
    raise exception 'what happened to a draft is never changed or removed';
end
$$;

create trigger draft_name_is_never_changed before update or delete or truncate on draft_name
    for each statement execute function refuse_change_of_history();
create trigger draft_event_is_never_changed before update or delete or truncate on draft_event
    for each statement execute function refuse_change_of_history();
create trigger draft_revision_is_never_changed before update or delete or truncate on draft_revision
    for each statement execute function refuse_change_of_history();

-- A withdrawal changes what is published too, so it is the chain that listeners hear about.
drop trigger document_is_announced on document;
create trigger publication_is_announced after insert on publication
    for each statement execute function announce_publication();

grant select, insert on publication, draft_name, draft_event, draft_revision to proviso_service;
