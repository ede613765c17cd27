-- The espace Vos démarches administratives: who people are, what they are preparing, what they have sent.
create table procedure_member (
    account_id uuid primary key references account (id) on delete cascade,
    civility text not null check (civility in ('MRS', 'MR')),
    phone text not null,
    siret text not null,
    -- the company's, once it is known and the person belongs to it
    company_id uuid,
    standing text not null check (standing in ('NEWCOMER', 'UNVERIFIED', 'READER', 'RESPONSIBLE'))
);
create index procedure_member_company on procedure_member (company_id);

create table procedure_draft (
    id uuid primary key,
    structure_id uuid not null,
    account_id uuid not null,
    kind text not null,
    -- where the person was last
    step text not null,
    content jsonb not null,
    -- the request that it corrects
    corrects bigint unique references request,
    version bigint not null default 0,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    warned_at timestamptz
);
create index procedure_draft_structure on procedure_draft (structure_id, updated_at);
create index procedure_draft_age on procedure_draft (updated_at);

-- one bucket of files for each document of a draft
create table procedure_document (
    bucket uuid primary key,
    draft_id uuid not null references procedure_draft on delete cascade,
    document text not null,
    unique (draft_id, document)
);

create table procedure_request (
    id bigint primary key references request,
    kind text not null,
    effect text not null,
    content jsonb not null,
    -- steps, documents and remarks of the last demand for corrections; null when none is open
    asked jsonb,
    round int not null default 0,
    outcome text,
    billing_number text
);

-- what a request said before each round of corrections
create table procedure_revision (
    request_id bigint not null references request,
    round int not null,
    content jsonb not null,
    at timestamptz not null,
    primary key (request_id, round)
);
