-- What persons ask the data officer for (COMM-05): a copy of all that is kept of them, or its erasure.
create table person_request (
    id bigint primary key references request,
    kind text not null check (kind in ('EXPORT', 'ERASURE')),
    -- whose account; it may be anonymised since
    account_id uuid,
    -- or who is sought in requests; gone once it is done
    last_name text,
    first_name text,
    born_on date,
    opened_by text not null,
    decision text check (decision in ('ACCEPTED', 'REFUSED')),
    -- how the asker's identity was checked
    identity text,
    -- why it was refused; for the asker
    reason text,
    -- the last request that was looked at: steps are short
    reached bigint not null default 0,
    -- how many requests, files and accounts it was about
    requests int not null default 0,
    files int not null default 0,
    accounts int not null default 0,
    -- how many could not be erased
    kept int not null default 0,
    done_at timestamptz
);
create index person_request_open on person_request (kind) where done_at is null;

-- Whatever is of one person.
create index request_author on request (author_id) where erased_at is null;
create index request_timeline_partner on request_timeline (actor_id) where actor_kind = 'PARTNER';
create index request_message_partner on request_message (actor_id) where sender = 'PARTNER';
create index mail_outbox_recipient on mail_outbox (lower(recipient));
create index procedure_responsible_name on procedure_responsible (lower(last_name));
create index funding_beneficiary_name on funding_beneficiary (lower(name));
create index insured_person_name on insured_person (lower(last_name), lower(first_name));
create index procedure_draft_account on procedure_draft (account_id);
