-- data files that were taken in; the same files are not read into the tables again
create table directory_load (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    sha256 bytea not null,
    companies int not null,
    establishments int not null,
    legal_representatives int not null,
    technical_representatives int not null,
    kept int not null
);
