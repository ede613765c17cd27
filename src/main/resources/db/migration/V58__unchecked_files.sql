-- uploads refused because the antivirus did not answer: when only, no name and nobody's
create table unchecked_file (
    at timestamptz not null
);
create index unchecked_file_at on unchecked_file (at);
