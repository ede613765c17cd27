-- What an account signs in with is mailed to its address when it is forgotten.
create index account_email on account (espace, lower(email));

-- The software that the ANS has referenced for the Ségur, as its data file says.
create table software (
    ans_number text not null,
    name text not null,
    type text not null,
    couloir text not null,
    dsr text not null,
    wave int not null check (wave in (1, 2)),
    profiles text[] not null,
    effective_on date not null,
    deadline date not null check (deadline >= effective_on)
);
create unique index software_number on software (lower(ans_number));

-- A supplier of software: made when its first enrolment is validated. Its id is the structure of all its requests.
create table funding_supplier (
    id uuid primary key,
    account_id uuid not null unique references account (id),
    siret text not null unique,
    name text not null,
    line1 text not null,
    line2 text not null,
    postcode text not null,
    city text not null,
    -- the legal representative and who asks; the same person, or two
    representative jsonb not null,
    applicant jsonb,
    created_at timestamptz not null
);

create sequence funding_supplier_rank;

create table funding_bank_details (
    id uuid primary key,
    supplier_id uuid not null references funding_supplier,
    iban text not null,
    bic text not null,
    holder text not null,
    domiciliation text not null,
    status text not null check (status in ('PENDING', 'ACTIVE', 'REPLACED', 'REJECTED')),
    created_at timestamptz not null
);
create unique index funding_bank_details_active on funding_bank_details (supplier_id) where status = 'ACTIVE';
create index funding_bank_details_supplier on funding_bank_details (supplier_id, created_at);

create table funding_enrolment (
    id bigint primary key references request,
    kind text not null check (kind in ('INITIAL', 'COMPLEMENTARY')),
    ans_number text not null,
    siret text not null,
    -- what was typed, and the form that it was typed into
    answers jsonb not null,
    form text not null,
    email text not null,
    -- false once rejected: the number can be asked for again
    holds boolean not null default true,
    -- the agent's words: what is awaited, or why it was rejected
    remark text
);
create unique index funding_enrolment_number on funding_enrolment (lower(ans_number)) where holds;

-- Mailed links to an enrolment whose supplier has no account yet; hashed as all secrets.
create table funding_enrolment_link (
    token_hash bytea primary key,
    enrolment_id bigint not null references funding_enrolment on delete cascade,
    expires_at timestamptz not null
);
create index funding_enrolment_link_expiry on funding_enrolment_link (expires_at);
create index funding_enrolment_link_enrolment on funding_enrolment_link (enrolment_id);

-- An enrolment that somebody without an account is typing, for a day; whoever knows its id may go on with it.
create table funding_enrolment_draft (
    id uuid primary key,
    answers jsonb not null,
    form text not null,
    created_at timestamptz not null
);
create index funding_enrolment_draft_age on funding_enrolment_draft (created_at);
