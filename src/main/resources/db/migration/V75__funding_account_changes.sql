-- What a supplier asks to change of its account (FUND-24); an agent validates or rejects it.
create table funding_account_change (
    id bigint primary key references request,
    supplier_id uuid not null references funding_supplier,
    kind text not null check (kind in ('BANK', 'PERSONS')),
    status text not null check (status in ('PENDING', 'VALIDATED', 'REJECTED')),
    -- what was typed, and the form that it was typed into
    answers jsonb not null,
    form text not null,
    -- the account that becomes the active one; for changes of bank details
    bank_details_id uuid references funding_bank_details,
    -- why the agent rejected it
    remark text,
    check ((kind = 'BANK') = (bank_details_id is not null))
);
create unique index funding_account_change_pending on funding_account_change (supplier_id, kind)
    where status = 'PENDING';
create index funding_account_change_supplier on funding_account_change (supplier_id, kind, id);
create unique index funding_account_change_bank on funding_account_change (bank_details_id)
    where bank_details_id is not null;
