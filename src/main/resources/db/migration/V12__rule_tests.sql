-- Rule tests belong to the version that they test. Each file is kept once, by the hash of its bytes, and so is each set of files:
-- its names and the hashes of their bytes.
create table test_file (
    sha256  text  primary key,
    content bytea not null,
    constraint sha256_is_of_test_file check (sha256 = encode(sha256(content), 'hex'))
);

create table test_set (
    sha256   text primary key,
    manifest text not null,
    constraint sha256_is_of_test_set check (sha256 = encode(sha256(convert_to(manifest, 'UTF8')), 'hex'))
);

create table test_set_file (
    set_sha256  text not null references test_set,
    name        text not null check (name <> ''),
    file_sha256 text not null references test_file,
    primary key (set_sha256, name)
);

create function refuse_change_of_tests() returns trigger language plpgsql as $$
begin
    raise exception 'rule tests that are kept are never changed or removed';
end
$$;

create trigger test_file_is_never_changed before update or delete or truncate on test_file
    for each statement execute function refuse_change_of_tests();
create trigger test_set_is_never_changed before update or delete or truncate on test_set
    for each statement execute function refuse_change_of_tests();
create trigger test_set_file_is_never_changed before update or delete or truncate on test_set_file
    for each statement execute function refuse_change_of_tests();

grant select, insert on test_file, test_set, test_set_file to proviso_service;

-- What was there before has no tests.
alter table document add column tests text references test_set;
alter table publication add column tests text;
alter table draft_event
    add column tests text references test_set,
    drop constraint draft_event_action_check,
    add constraint draft_event_action_check check (action in
        ('DRAFTED', 'EDITED', 'TESTED', 'SUBMITTED', 'REJECTED', 'APPROVED', 'PUBLISHED', 'REMARKED', 'SETTLED'));
