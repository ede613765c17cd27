-- Passwords that the application makes and mails: good for one sign-in, at which a new one must be chosen. Who has a
-- password of their own has no day here.
alter table account
    add provisional_until timestamptz,
    add provisional_used boolean not null default false;
