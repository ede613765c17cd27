-- Requests to the support of the Ségur (FUND-03), from people with an account and without.
create table funding_support_request (
    id bigint primary key references request,
    supplier_id uuid references funding_supplier,
    -- where the answer goes
    name text not null,
    email text not null,
    -- the version of the form that was answered
    form text not null,
    answers jsonb not null,
    answer text
);
create index funding_support_request_supplier on funding_support_request (supplier_id) where supplier_id is not null;

-- Proofs of work that have been used, until they would have expired anyway.
create table funding_support_proof (
    challenge text primary key,
    expires_at timestamptz not null
);
create index funding_support_proof_expiry on funding_support_proof (expires_at);

-- What challenges are signed with: the same on every node, and of this database alone.
create table funding_support_proof_key (
    only_one boolean primary key default true check (only_one),
    secret bytea not null
);
insert into funding_support_proof_key (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
