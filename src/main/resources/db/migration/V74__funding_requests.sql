-- A file of requests, kept from its simulation on. Only what was simulated can be imported.
create table funding_import (
    id bigint generated always as identity primary key,
    supplier_id uuid not null references funding_supplier,
    ans_number text not null,
    type text not null check (type in ('ADVANCE', 'BALANCE')),
    vat_rate numeric(4, 2) not null,
    file_name text not null,
    content bytea not null,
    -- SHA-256 over type, ANS number, VAT rate and file
    fingerprint bytea not null,
    -- the version of the rules that it was simulated with
    rules text not null,
    simulated_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    requests int not null,
    -- as the file says, once it is imported
    vat_regime text check (vat_regime in ('HT', 'TTC')),
    check (vat_regime is not null or started_at is null),
    -- what the simulation found, to tell what has changed since
    found jsonb not null
);
create index funding_import_started on funding_import (supplier_id, started_at) where started_at is not null;
create index funding_import_simulated on funding_import (supplier_id, simulated_at) where started_at is null;
create index funding_import_fingerprint on funding_import (supplier_id, fingerprint) where started_at is not null;

-- What became of each request of an imported file.
create table funding_import_line (
    import_id bigint not null references funding_import on delete cascade,
    rank int not null,
    state text not null check (state in ('WAITING', 'KEPT', 'REJECTED')),
    -- the number that it was given
    number text,
    -- what is to be deposited, until it is
    declaration jsonb,
    findings jsonb not null,
    primary key (import_id, rank)
);

create table funding_request (
    id bigint primary key references request,
    import_id bigint not null references funding_import,
    supplier_id uuid not null references funding_supplier,
    -- the number without the mark of advance or balance
    dossier text not null,
    type text not null check (type in ('ADVANCE', 'BALANCE')),
    advance_id bigint references funding_request,
    ans_number text not null,
    couloir text not null,
    software_type text not null,
    editor_number text not null,
    ordered_on date not null,
    vat_regime text not null check (vat_regime in ('HT', 'TTC')),
    vat_rate numeric(4, 2) not null,
    declared numeric(12, 2) not null check (declared >= 0),
    declaration jsonb not null,
    -- false once rejected, cancelled or deleted: its editor number and its beneficiaries are free again
    holds boolean not null default true,
    -- null until an agent has looked at it
    retained_excl numeric(12, 2) check (retained_excl <= declared),
    retained numeric(12, 2),
    amount numeric(12, 2) check (amount >= 0),
    -- what the advance has paid too much, for the agency to recover
    recovery numeric(12, 2) check (recovery >= 0),
    -- what an agent waits for: documents or the fields to be changed, in their words; or why it was rejected
    awaited text[] not null default '{}',
    remark text,
    payment text not null default 'NONE' check (payment in ('NONE', 'UNDER_WAY', 'DONE')),
    check ((type = 'BALANCE') = (advance_id is not null))
);
create unique index funding_request_dossier on funding_request (dossier, type) where holds;
create unique index funding_request_editor on funding_request (supplier_id, lower(ans_number), type, lower(editor_number)) where holds;
create unique index funding_request_balance on funding_request (advance_id) where holds;
create index funding_request_import on funding_request (import_id);
create index funding_request_advance on funding_request (advance_id) where advance_id is not null;

create table funding_beneficiary (
    request_id bigint not null references funding_request on delete cascade,
    rank int not null,
    ans_number text not null,
    kind text not null,
    number text not null,
    name text not null,
    company text,
    email text not null,
    phone text not null,
    -- true for the beneficiary of an advance that counts: nobody is funded twice for one software
    funded boolean not null,
    primary key (request_id, rank)
);
create unique index funding_beneficiary_funded on funding_beneficiary (lower(ans_number), kind, number) where funded;

-- The versions of a request since its deposit; the last one is the present one.
create table funding_amendment (
    request_id bigint not null references funding_request on delete cascade,
    version int not null,
    cause text not null check (cause in ('DEPOSIT', 'MODIFICATION', 'CANCELLATION', 'RECOVERY')),
    at timestamptz not null,
    by_name text not null,
    declaration jsonb not null,
    primary key (request_id, version)
);
