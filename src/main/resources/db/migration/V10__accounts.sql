-- Persons who sign in to an espace. The session stamp grows when all their sessions must end.
create table account (
    id uuid primary key,
    espace text not null,
    login text not null,
    email text not null,
    first_name text not null,
    last_name text not null,
    password_hash text,
    active boolean not null default true,
    session_stamp bigint not null default 0,
    created_at timestamptz not null,
    activated_at timestamptz,
    password_changed_at timestamptz,
    last_login_at timestamptz
);
create unique index account_login on account (espace, lower(login));

-- Mailed links. Only the SHA-256 of a token is kept; a used, replaced or expired link cannot be told from one that
-- never was.
create table one_time_link (
    token_hash bytea primary key,
    account_id uuid not null references account (id) on delete cascade,
    purpose text not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create unique index one_time_link_live on one_time_link (account_id, purpose) where used_at is null;
create index one_time_link_account on one_time_link (account_id);
create index one_time_link_expiry on one_time_link (expires_at);

-- Failed attempts per account and per address. Keys are hashes: a password typed into the wrong field is not kept.
create table login_attempt (
    key text primary key,
    failures int not null,
    blocked_until timestamptz not null,
    expires_at timestamptz not null
);
create index login_attempt_expiry on login_attempt (expires_at);
