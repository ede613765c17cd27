-- The espace Partenaires: who belongs to which structure, and what its requests have of their own.
create table partner_member (
    account_id uuid primary key,
    structure_id uuid not null references structure,
    role text not null check (role in ('TECHNICIAN', 'MANAGER')),
    last_organism text references organism
);
create index partner_member_structure on partner_member (structure_id);

create table partner_request (
    id bigint primary key references request,
    offer text not null,
    form_definition_id text not null,
    answers jsonb not null,
    options jsonb not null,
    takes_files boolean not null,
    exchange_ends_at timestamptz,
    rounds int not null default 0
);
