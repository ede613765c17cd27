-- The money of the Ségur (FUND-16, FUND-17): envelopes, decisions by batches, payments by runs.

-- What a couloir may spend in a year, and what of it is promised. It can never be overspent.
create table funding_envelope (
    couloir text not null,
    year int not null,
    amount numeric(14, 2) not null,
    committed numeric(14, 2) not null default 0,
    primary key (couloir, year),
    check (committed between 0 and amount)
);

alter table funding_request
    add validated_at timestamptz,
    add decided_at timestamptz,
    -- the envelope that the amount was taken from; given back to the same
    add envelope_year int,
    -- where it is paid, as it was active at the decision
    add bank_id uuid references funding_bank_details,
    add check ((decided_at is null) = (envelope_year is null) and (decided_at is null) = (bank_id is null)),
    add check (decided_at is null or (validated_at is not null and amount is not null)),
    add check (payment = 'NONE' or decided_at is not null);
create index funding_request_validated on funding_request (couloir, validated_at, id)
    where validated_at is not null and decided_at is null and holds;
create index funding_request_payable on funding_request (id)
    where decided_at is not null and payment = 'NONE' and holds and amount > 0;

-- What is decided stays decided, whoever writes.
create function funding_decided_stays() returns trigger language plpgsql as $$
begin
    if (new.retained_excl, new.retained, new.amount, new.recovery, new.decided_at, new.envelope_year, new.bank_id)
        is distinct from
        (old.retained_excl, old.retained, old.amount, old.recovery, old.decided_at, old.envelope_year, old.bank_id) then
        raise exception 'request % is decided: its amounts do not change any more', old.id;
    end if;
    return new;
end $$;
create trigger funding_decided_stays before update on funding_request
    for each row when (old.decided_at is not null) execute function funding_decided_stays();

-- A batch of validated requests of a couloir, for the supervisors to decide on.
create table funding_decision (
    id bigint primary key references request,
    couloir text not null,
    open boolean not null default true,
    -- what the supervisor has chosen, and their login
    choice text check (choice in ('FITTING', 'EXCEPT', 'NONE')),
    decided_by text,
    check ((choice is null) = (decided_by is null))
);
create unique index funding_decision_open on funding_decision (couloir) where open;

-- The requests of a batch, as it was opened, oldest first, and what became of them.
create table funding_decision_line (
    decision_id bigint not null references funding_decision on delete cascade,
    rank int not null,
    request_id bigint not null references funding_request,
    state text not null check (state in ('WAITING', 'DECIDED', 'SET_ASIDE', 'NO_ROOM', 'GONE')),
    primary key (decision_id, rank),
    unique (decision_id, request_id)
);
create index funding_decision_line_request on funding_decision_line (request_id);

-- A run of payments: one file of credit transfers, carried out on a day.
create table funding_payment_run (
    id bigint primary key references request,
    file_id uuid references stored_file,
    executed_on date,
    executed_by text,
    check ((executed_on is null) = (executed_by is null))
);

-- A request is paid once. A line keeps the account that the file was made with, whatever becomes of the supplier's.
create table funding_payment (
    run_id bigint not null references funding_payment_run,
    request_id bigint not null unique references funding_request,
    amount numeric(12, 2) not null check (amount > 0),
    iban text not null,
    bic text not null,
    holder text not null,
    state text not null check (state in ('UNDER_WAY', 'DONE')),
    -- the notice for the supplier
    notice_id uuid references stored_file,
    primary key (run_id, request_id),
    check ((state = 'DONE') = (notice_id is not null))
);

-- Files that the application makes for agents alone go neither way.
alter table stored_file drop constraint stored_file_direction_check;
alter table stored_file add constraint stored_file_direction_check check (direction in ('SENT', 'RECEIVED', 'INTERNAL'));
