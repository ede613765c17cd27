-- what agents write for each other about a request; partners never read it
create table request_note (
    request_id bigint not null references request,
    seq int not null,
    at timestamptz not null,
    agent text not null,
    body text not null,
    primary key (request_id, seq)
);
-- the other requests about the same person, for the organism's agents
create index request_by_person_of_organism on request (organism_code, espace, person, created_at) where person is not null;
