-- a supervisor can take news back before their last day, and is told when a colleague has changed them meanwhile
alter table news add withdrawn_at timestamptz;
alter table news add version int not null default 0;
