-- why a request was let in, sorted and given its files: what tables answered, readable when the tables have changed
create table request_decision (
    request_id bigint not null references request,
    seq bigint generated always as identity,
    at timestamptz not null,
    act text not null,
    table_id text not null,
    table_name text not null,
    version int not null,
    definition_id text not null,
    inputs jsonb not null,
    asked jsonb not null,
    rules jsonb not null,
    primary key (request_id, seq)
);
