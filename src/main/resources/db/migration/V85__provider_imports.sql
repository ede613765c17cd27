-- Files by which supervisors register many prior agreements, reimbursement files or insured persons (PROV-18). A file
-- comes in once its lines are all good; its lines are then registered some at a time.
create table provider_import (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('PRIOR_AGREEMENTS', 'REIMBURSEMENTS', 'RIGHTS')),
    file_name text not null,
    sha256 bytea not null,
    -- login and name of the supervisor
    uploaded_by text not null,
    uploaded_name text not null,
    uploaded_at timestamptz not null,
    -- what is registered at once: a line, or the block of lines of an insured person
    entries int not null check (entries > 0),
    done int not null default 0,
    -- those that had become impossible
    refused int not null default 0,
    done_at timestamptz,
    -- the same file is not taken twice
    unique (kind, sha256),
    check (refused between 0 and done),
    check (done <= entries),
    check ((done_at is not null) = (done = entries))
);
create index provider_import_uploaded on provider_import (uploaded_at desc, id desc);

create table provider_import_line (
    import_id bigint not null references provider_import,
    -- of the file, from 1; the first one of a block
    line bigint not null,
    -- personal data: what is to be registered, until it is
    payload jsonb,
    -- what it was registered as; none for an insured person
    number text,
    refusal text,
    primary key (import_id, line),
    check (payload is null or (number is null and refusal is null)),
    check (number is null or refusal is null)
);
create index provider_import_line_waiting on provider_import_line (import_id, line) where payload is not null;

-- What was wrong with a file that was not taken, for who sent it; deleted after a day.
create table provider_import_report (
    id uuid primary key,
    kind text not null,
    file_name text not null,
    made_by text not null,
    made_at timestamptz not null,
    -- of the file without its titles, how many of them are wrong, and the problems of all of them
    lines int not null,
    wrong int not null,
    problems int not null
);
create index provider_import_report_made on provider_import_report (made_at);
create table provider_import_problem (
    report_id uuid not null references provider_import_report on delete cascade,
    rank int not null,
    line bigint not null,
    title text not null,
    value text not null,
    problem text not null,
    primary key (report_id, rank)
);
