-- What establishments follow (PROV-08 … PROV-16): rights of insured persons, prior agreements, reimbursement files,
-- transfers. Amounts in dirhams. What is searched stands in these tables themselves, with an index for each list: an
-- establishment has thousands of rows, the database a million.

-- Insured persons and whom they cover, with the period of their rights.
create table insured (
    id bigint generated always as identity primary key,
    cnss_number text not null unique check (cnss_number ~ '^[0-9]{9}$'),
    cni text unique
);
create table insured_person (
    insured_id bigint not null references insured on delete cascade,
    -- 0 is the insured person
    rank int not null,
    relation text not null check (relation in ('INSURED', 'SPOUSE', 'CHILD')),
    last_name text not null,
    first_name text not null,
    born_on date not null,
    rights_from date,
    -- null while no end is known
    rights_to date,
    primary key (insured_id, rank),
    check (rights_to is null or rights_from <= rights_to)
);

-- Who has looked up whose rights; never changed, never deleted by the application.
create table rights_consultation (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    establishment_id uuid not null references care_establishment,
    -- the account as mails call it; it may be deleted since
    account text not null,
    criterion text not null check (criterion in ('CNSS_NUMBER', 'CNI')),
    sought text not null,
    insured_id bigint references insured
);
create index rights_consultation_at on rights_consultation (at desc, id desc);

create table prior_agreement (
    id bigint primary key references request,
    number text not null unique,
    establishment_id uuid not null references care_establishment,
    cnss_number text not null,
    beneficiary text not null,
    received_on date not null,
    requested numeric(12, 2) not null check (requested > 0),
    granted numeric(12, 2) check (granted between 0 and requested),
    -- code and words of the diagram's status, and the day it was reached
    situation text not null,
    situation_label text not null,
    situation_on date not null,
    -- the last day of care that it covers; null until it is granted
    valid_until date,
    reasons text,
    -- what reimbursement files that hold have taken of it
    used numeric(12, 2) not null default 0,
    -- when a file first drew on it: it waits for that no more
    used_at timestamptz,
    -- the decision as PDF
    decision_id uuid references stored_file,
    check (used >= 0 and used <= coalesce(granted, 0))
);
create index prior_agreement_received on prior_agreement (establishment_id, received_on desc, id desc);
create index prior_agreement_insured on prior_agreement (establishment_id, cnss_number, received_on desc, id desc);
create index prior_agreement_situation on prior_agreement (establishment_id, situation, received_on desc, id desc)
    include (requested, granted);

-- A run of payments, and the one transfer that each establishment gets of it.
create table provider_payment_run (
    id bigint primary key references request,
    executed_on date,
    executed_by text,
    check ((executed_on is null) = (executed_by is null))
);
create table provider_transfer (
    id bigint generated always as identity primary key,
    run_id bigint not null references provider_payment_run,
    establishment_id uuid not null references care_establishment,
    amount numeric(14, 2) not null check (amount > 0),
    files int not null check (files > 0),
    -- null until the bank has carried it out; nobody sees it before
    issued_on date,
    unique (run_id, establishment_id)
);
create index provider_transfer_issued on provider_transfer (establishment_id, issued_on desc, id desc)
    where issued_on is not null;

create table reimbursement (
    id bigint primary key references request,
    number text not null unique,
    establishment_id uuid not null references care_establishment,
    cnss_number text not null,
    beneficiary text not null,
    prior_agreement_id bigint references prior_agreement,
    -- its number as it was typed; there may be no such prior agreement
    prior_agreement_number text,
    deposited_on date not null,
    care_on date not null,
    -- the establishment's own reference
    invoice text not null,
    billed numeric(12, 2) not null check (billed > 0),
    situation text not null,
    situation_label text not null,
    situation_on date not null,
    reasons text,
    observation text,
    -- false once it is returned or cancelled: the same invoice can be deposited again
    holds boolean not null default true,
    approved numeric(12, 2) check (approved > 0 and approved <= billed),
    approved_at timestamptz,
    transfer_id bigint references provider_transfer,
    paid_on date,
    check ((approved is null) = (approved_at is null)),
    check (transfer_id is null or (holds and approved is not null)),
    check (paid_on is null or transfer_id is not null)
);
create unique index reimbursement_invoice on reimbursement (establishment_id, invoice) where holds;
create index reimbursement_deposited on reimbursement (establishment_id, deposited_on desc, id desc);
create index reimbursement_insured on reimbursement (establishment_id, cnss_number, deposited_on desc, id desc);
create index reimbursement_situation on reimbursement (establishment_id, situation, deposited_on desc, id desc)
    include (billed);
create index reimbursement_agreement on reimbursement (prior_agreement_number, deposited_on desc)
    where prior_agreement_number is not null;
create index reimbursement_paid on reimbursement (establishment_id, paid_on desc, id desc) where paid_on is not null;
create index reimbursement_transfer on reimbursement (transfer_id) where transfer_id is not null;
create index reimbursement_payable on reimbursement (id)
    where approved is not null and transfer_id is null and holds;

-- A transfer is exactly the sum of its files, whoever writes: asked at the end of each transaction.
create function check_provider_transfer(checked bigint) returns void language plpgsql as $$
begin
    if exists (
        select 1 from provider_transfer t
        left join (select transfer_id, sum(approved) as amount, count(*) as files from reimbursement
                   where transfer_id = checked group by transfer_id) f on f.transfer_id = t.id
        where t.id = checked and (t.amount, t.files) is distinct from (coalesce(f.amount, 0), coalesce(f.files, 0)))
    then
        raise exception 'transfer % is not the sum of its files', checked;
    end if;
end $$;
create function provider_transfer_is_its_files() returns trigger language plpgsql as $$
begin
    perform check_provider_transfer(new.id);
    return null;
end $$;
create function reimbursement_is_in_its_transfer() returns trigger language plpgsql as $$
begin
    perform check_provider_transfer(old.transfer_id);
    perform check_provider_transfer(new.transfer_id);
    return null;
end $$;
create constraint trigger provider_transfer_is_its_files after insert or update of amount, files on provider_transfer
    deferrable initially deferred for each row execute function provider_transfer_is_its_files();
create constraint trigger reimbursement_is_in_its_transfer after update of transfer_id, approved on reimbursement
    deferrable initially deferred for each row
    when (old.transfer_id is not null or new.transfer_id is not null)
    execute function reimbursement_is_in_its_transfer();

-- What is in a transfer stays in it, and what is approved is not changed under it.
create function reimbursement_stays_paid() returns trigger language plpgsql as $$
begin
    if (new.transfer_id, new.approved, new.establishment_id) is distinct from
        (old.transfer_id, old.approved, old.establishment_id) then
        raise exception 'file % is in a transfer already', old.number;
    end if;
    return new;
end $$;
create trigger reimbursement_stays_paid before update on reimbursement
    for each row when (old.transfer_id is not null) execute function reimbursement_stays_paid();
