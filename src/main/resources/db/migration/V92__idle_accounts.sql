-- Accounts that nobody uses end (COMM-05): told a month before, then closed and anonymised.
alter table account add idle_announced_at timestamptz;
-- looked at and kept, because something still needs it: looked at again a month later
alter table account add idle_kept_at timestamptz;
alter table account add erased_at timestamptz;
update account set erased_at = now() where email = '' and login = 'efface-' || id;
create index account_idle on account (coalesce(last_login_at, created_at)) where erased_at is null;
create index account_idle_announced on account (idle_announced_at) where idle_announced_at is not null and erased_at is null;
create index account_erased on account (erased_at) where erased_at is not null;
