-- Requests about personal data go to an organism of their own, whose only people are the data officers (COMM-05).
insert into organism (code, name) values ('data', 'Protection des données') on conflict (code) do nothing;

-- What the data officer's page counts.
create index request_announced on request (espace, erasure_announced_at)
    where erasure_announced_at is not null and erased_at is null;
create index request_erased on request (espace, erased_at) where erased_at is not null;
