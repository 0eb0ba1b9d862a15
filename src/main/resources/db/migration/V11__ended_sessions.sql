-- Sessions of pages that were ended before their cookies were at their end. A session is known by the hash of its cookie, which
-- opens nothing.
create table ended_session (
    session text        primary key check (length(session) = 64),
    last    timestamptz not null
);

create index ended_session_by_end on ended_session (last);

-- What is out of date says nothing any more, and is taken out.
grant select, insert, delete on ended_session to proviso_service;
