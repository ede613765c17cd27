-- Files as people sent them: what is known about one (kept), and its content in chunks of at most 256 kB (removable).
create table stored_file (
    id uuid primary key,
    rank bigint generated always as identity,
    bucket uuid not null,
    owner text not null,
    request_id bigint,
    direction text check (direction in ('SENT', 'RECEIVED')),
    step text,
    name text not null check (char_length(name) <= 150),
    size bigint not null check (size > 0),
    type text not null,
    charset text,
    sha256 bytea not null,
    at timestamptz not null,
    available_until timestamptz,
    content_removed_at timestamptz,
    removal_reason text,
    check ((request_id is null) = (direction is null)),
    check ((content_removed_at is null) = (removal_reason is null))
);
-- the same content is taken once while one form is being typed
create unique index stored_file_once on stored_file (bucket, owner, sha256);
create index stored_file_request on stored_file (request_id) where request_id is not null;
create index stored_file_orphan on stored_file (at) where request_id is null;
create index stored_file_expiry on stored_file (available_until)
    where available_until is not null and content_removed_at is null;

create table file_chunk (
    file_id uuid not null references stored_file on delete cascade,
    rank int not null,
    content bytea not null check (octet_length(content) between 1 and 262144),
    primary key (file_id, rank)
);
-- most files are compressed already
alter table file_chunk alter column content set storage external;
