-- A person's new address until the link mailed to it is followed; one for each account. The id tells a mail still on its
-- way whether a later change has replaced its own.
create table email_change (
    account_id uuid primary key references account (id) on delete cascade,
    id uuid not null,
    email text not null,
    expires_at timestamptz not null
);
create index email_change_expiry on email_change (expires_at);
