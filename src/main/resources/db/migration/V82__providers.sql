-- The portal of health professionals (PROV): Moroccan care establishments, their memberships and accounts.

create table care_establishment (
    id uuid primary key,
    inpe text not null unique check (inpe ~ '^[0-9]{9}$'),
    sector text not null check (sector in ('PRIVATE', 'PUBLIC')),
    name text not null,
    ice text,
    cnss_id text,
    address text not null,
    city text not null
);

-- What an approved membership has declared: a forgotten password is asked for with it, new ones go to its address.
create table provider (
    id uuid primary key references care_establishment,
    last_name text not null,
    first_name text not null,
    practitioner_inpe text,
    identity text,
    email text not null,
    gsm text not null,
    since timestamptz not null
);

-- An account's establishment and profile. The two principal ones have no login of their own.
create table provider_account (
    account_id uuid primary key references account on delete cascade,
    establishment_id uuid not null references care_establishment,
    profile text not null check (profile in ('PEC', 'PAYMENTS')),
    login text
);
create unique index provider_account_principal on provider_account (establishment_id, profile) where login is null;
create unique index provider_account_secondary on provider_account (establishment_id, profile, lower(login))
    where login is not null;

-- A request to become a member, or to have the accounts reset.
create table membership (
    id bigint primary key references request,
    kind text not null check (kind in ('MEMBERSHIP', 'RESET')),
    establishment_id uuid not null references care_establishment,
    -- the version of the form that was answered; none for a reset, which asks for three facts
    form text,
    answers jsonb not null,
    -- where its mails go
    email text not null,
    gsm text not null,
    received_on date,
    agency text,
    identity_copy boolean,
    receipt_id uuid references stored_file,
    -- why it was rejected
    ground text
);
create index membership_establishment on membership (establishment_id);
