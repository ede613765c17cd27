-- Who opened an account: somebody of the house, or the person. A person's own account waits for its mailed confirmation
-- (activated_at) and can be registered again until then; its password is kept meanwhile, or is chosen at the
-- confirmation when password_hash is null.
alter table account add column self_registered boolean not null default false;
create index account_unconfirmed on account (created_at) where self_registered and activated_at is null;
