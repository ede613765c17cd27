-- a deployment is rehearsed, then applied, then perhaps undone; this is its journal
create table model_rehearsal (
    id uuid primary key,
    at timestamptz not null,
    owner text not null,
    hash text not null,
    report jsonb not null,
    state text not null check (state in ('REHEARSED', 'APPLIED', 'UNDONE')),
    moving boolean not null default false,
    applied_at timestamptz,
    applied_by text,
    deployment_id text,
    undone_at timestamptz,
    undone_by text,
    undo_deployment_id text
);
create index model_rehearsal_by_date on model_rehearsal (at desc);

-- the package, and what each file was before it
create table model_rehearsal_file (
    rehearsal_id uuid not null references model_rehearsal on delete cascade,
    file text not null,
    content bytea not null,
    before bytea,
    primary key (rehearsal_id, file)
);

-- the running instances that a package meets: moved to its version, and back
create table model_move (
    rehearsal_id uuid not null references model_rehearsal on delete cascade,
    instance_id text not null,
    request text,
    from_definition text not null,
    from_version int not null,
    to_definition text not null,
    forms_before text,
    state text not null check (state in ('WAITING', 'MOVED', 'STAYED', 'ENDED', 'RETURNING', 'RETURNED', 'KEPT')),
    why text,
    attempts int not null default 0,
    at timestamptz,
    primary key (rehearsal_id, instance_id)
);
create index model_move_open on model_move (rehearsal_id, instance_id) where state in ('WAITING', 'RETURNING');
create index model_move_told on model_move (rehearsal_id, request) where state in ('STAYED', 'KEPT');
