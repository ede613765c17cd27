-- What every request has. The espaces' own tables share the request's id.
create extension if not exists pg_trgm;

create table request (
    id bigint generated always as identity primary key,
    espace text not null,
    number text not null unique,
    organism_code text not null references organism,
    structure_id uuid not null,
    author_id uuid not null,
    author_name text not null,
    subject text not null,
    person text,
    status_code text not null,
    status_label text not null,
    phase text not null,
    actions text not null,
    status_at timestamptz not null,
    created_at timestamptz not null,
    resolved_at timestamptz,
    search text not null
);
-- one index for each order that the history offers; cancelled requests are not in it
create index request_by_date on request (espace, organism_code, structure_id, created_at, id) where phase <> 'CANCELLED';
create index request_by_subject on request (espace, organism_code, structure_id, (subject collate "fr-x-icu"), id) where phase <> 'CANCELLED';
create index request_by_status on request (espace, organism_code, structure_id, (status_label collate "fr-x-icu"), id) where phase <> 'CANCELLED';
create index request_by_person on request (espace, organism_code, structure_id, (coalesce(person, '') collate "fr-x-icu"), id) where phase <> 'CANCELLED';
create index request_by_author on request (espace, organism_code, structure_id, (author_name collate "fr-x-icu"), id) where phase <> 'CANCELLED';
create index request_search on request using gin (search gin_trgm_ops);
-- what the access by convention asks
create index request_open on request (espace, structure_id, organism_code) where phase in ('WITH_US', 'WITH_PARTNER');
create index request_resolved on request (espace, structure_id, organism_code, resolved_at) where resolved_at is not null;

create table request_timeline (
    request_id bigint not null references request,
    seq int not null,
    at timestamptz not null,
    kind text not null,
    label text not null,
    actor_kind text not null,
    actor_id text,
    actor_name text,
    detail jsonb,
    primary key (request_id, seq)
);

create table request_message (
    request_id bigint not null references request,
    seq int not null,
    round int not null,
    sender text not null,
    body text not null,
    at timestamptz not null,
    actor_id text,
    actor_name text,
    primary key (request_id, seq)
);

-- the same form posted twice makes one request
create table request_submission (
    key uuid primary key,
    account_id uuid not null,
    request_id bigint references request,
    at timestamptz not null
);
create index request_submission_request on request_submission (request_id);

-- gap-free numbers: one row per organism and year, locked until the deposit commits
create table request_counter (
    scope text not null,
    year int not null,
    last int not null,
    primary key (scope, year)
);
