-- companies of the LPP field. The columns *changed_by* hold the number of the last accepted request that changed them:
-- what a request changed is no longer overwritten by the data files
create table company (
    id uuid primary key,
    siren text not null unique check (siren ~ '^\d{9}$'),
    name text not null,
    changed_by text,
    representatives_changed_by text
);

create table establishment (
    siret text primary key check (siret ~ '^\d{14}$'),
    company_id uuid not null references company,
    head_office boolean not null,
    name text not null,
    line1 text not null,
    line2 text not null,
    postcode text not null,
    city text not null,
    email text not null,
    phone text not null,
    opened_on date,
    billing_number text check (billing_number ~ '^\d{9}$'),
    changed_by text,
    representatives_changed_by text
);
create index establishment_company on establishment (company_id, siret);
create unique index establishment_head_office on establishment (company_id) where head_office;
create unique index establishment_billing_number on establishment (billing_number) where billing_number is not null;

create table legal_representative (
    company_id uuid not null references company,
    rank int not null,
    civility text not null,
    last_name text not null,
    first_name text not null,
    birth_date date not null,
    quality text not null,
    email text not null,
    phone text not null,
    primary key (company_id, rank)
);

create table technical_representative (
    siret text not null references establishment,
    rank int not null,
    civility text not null,
    last_name text not null,
    first_name text not null,
    birth_date date not null,
    qualification text not null,
    rpps text check (rpps ~ '^\d{11}$'),
    adeli text check (adeli ~ '^[0-9A-Z]{9}$'),
    primary key (siret, rank)
);

-- what accepted requests changed: once for each request, kind of change and establishment; no person is named
create table company_change (
    id bigint generated always as identity primary key,
    company_id uuid not null references company,
    request text not null,
    kind text not null,
    siret text not null,
    at timestamptz not null,
    text text not null,
    unique (company_id, request, kind, siret)
);
