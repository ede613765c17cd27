-- The outbox: a row per mail, written in the transaction of its cause and sent by an engine job. No secret is stored.
create table mail_outbox (
    id bigint generated always as identity primary key,
    key text not null unique,
    template text not null,
    recipient text not null,
    model jsonb not null,
    reference text,
    message_id text not null unique,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    attempts integer not null default 0,
    -- an attempt ended without the server's answer
    possibly_twice boolean not null default false,
    reason text,
    queued_at timestamptz not null,
    attempted_at timestamptz,
    sent_at timestamptz
);
create index mail_outbox_reference on mail_outbox (reference) where reference is not null;
create index mail_outbox_unsent on mail_outbox (state) where state <> 'SENT';
