-- Documents as they were published: policies, law and vocabularies, one row a version.
create table document (
    kind               text        not null check (kind in ('POLICY', 'LAW', 'VOCABULARY')),
    id                 text        not null check (id <> ''),
    version            text        not null check (version <> ''),
    -- the vocabulary it is written in, in the version that it was checked against
    vocabulary_kind    text        generated always as (case when vocabulary_id is null then null else 'VOCABULARY' end) stored,
    vocabulary_id      text,
    vocabulary_version text,
    content            bytea       not null,
    sha256             text        not null,
    announced_at       timestamptz not null,
    starts_at          timestamptz not null,
    loaded_at          timestamptz not null,
    primary key (kind, id, version),
    foreign key (vocabulary_kind, vocabulary_id, vocabulary_version) references document (kind, id, version),
    constraint sha256_is_of_content check (sha256 = encode(sha256(content), 'hex')),
    check ((vocabulary_id is null) = (vocabulary_version is null)),
    check ((vocabulary_id is null) = (kind = 'VOCABULARY')),
    check (kind = 'LAW' or starts_at >= announced_at)
);

create index document_by_start on document (kind, id, starts_at);

-- What is published stays as it is, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what is published is never changed or removed';
end
$$;

create trigger document_is_never_changed
    before update or delete on document
    for each statement execute function refuse_change();
