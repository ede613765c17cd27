-- Becoming responsible for a company (PROC-03): what a person gives as a proof, and the tries of a day.
create table procedure_responsible (
    id bigint primary key references request,
    company_id uuid not null,
    civility text not null,
    last_name text not null,
    first_name text not null,
    email text not null,
    phone text not null,
    -- the version of the form that was answered
    form text not null,
    answers jsonb not null,
    decision text,
    explanation text
);
-- which demands were made by a person
create index request_responsible_author on request (author_id, id) where espace = 'procedures-responsible';

create table procedure_try (
    account_id uuid not null references account (id) on delete cascade,
    company_id uuid not null,
    act text not null,
    at timestamptz not null
);
create index procedure_try_account on procedure_try (account_id, act, at);
create index procedure_try_company on procedure_try (company_id, act, at);
create index procedure_try_age on procedure_try (at);
