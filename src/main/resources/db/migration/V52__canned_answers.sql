-- what supervisors changed in their organism's data; never changed afterwards, and about no insured person
create table supervision_journal (
    id bigint generated always as identity primary key,
    organism_code text not null references organism,
    topic text not null,
    at timestamptz not null,
    login text not null,
    name text not null,
    text text not null
);
create index supervision_journal_latest on supervision_journal (organism_code, topic, id);

-- answers prepared by an organism; the topic is '' for every request, an offer, or 'offer/reason'
create table canned_answer (
    id uuid primary key,
    organism_code text not null references organism,
    topic text not null,
    title text not null,
    body text not null,
    version int not null
);
create unique index canned_answer_title on canned_answer (organism_code, topic, lower(title collate "fr-x-icu"));
