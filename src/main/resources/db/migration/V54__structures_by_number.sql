-- structures are told apart by a number of ours and by their SIRET, and found without regard to case and accents
alter table structure add number int generated always as identity;
alter table structure add siret text unique check (siret ~ '^\d{14}$');
alter table structure add search text generated always as (
    translate(lower(name), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’', 'aaaaaaceeeeiiiinooooouuuuyy''')) stored;
create unique index structure_number on structure (number);
create index structure_search on structure using gin (search gin_trgm_ops);
create index convention_organism on convention (organism_code, structure_id);
