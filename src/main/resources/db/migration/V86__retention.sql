-- Requests are kept no longer than needed: their end is announced, then what is personal goes and the trace stays.
alter table request add erasure_announced_at timestamptz;
alter table request add erased_at timestamptz;
create index request_retention on request (espace, status_at)
    where phase in ('RESOLVED', 'CLOSED', 'CANCELLED') and erased_at is null;
create index rights_consultation_named on rights_consultation (at) where sought <> '';
