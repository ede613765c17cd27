-- Organisms, the structures of professionals, and the conventions between them.
create table organism (
    code text primary key,
    name text not null
);

create table structure (
    id uuid primary key,
    name text not null
);

create table convention (
    id uuid primary key,
    structure_id uuid not null references structure,
    organism_code text not null references organism,
    starts_on date not null,
    ends_on date not null,
    technician_limit int not null default 5 check (technician_limit >= 0),
    check (starts_on <= ends_on)
);
create index convention_structure on convention (structure_id, organism_code, starts_on);

create table news (
    id uuid primary key,
    organism_code text not null references organism,
    title text not null,
    body text not null,
    starts_on date not null,
    ends_on date not null,
    published_at timestamptz not null
);
create index news_in_force on news (organism_code, ends_on, starts_on);
