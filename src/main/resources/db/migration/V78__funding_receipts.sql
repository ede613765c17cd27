-- What became of each entry of an archive of documents, for who sent it.
create table funding_receipt (
    id uuid primary key,
    supplier_id uuid not null references funding_supplier,
    file_name text not null,
    at timestamptz not null,
    lines jsonb not null
);
create index funding_receipt_supplier on funding_receipt (supplier_id, at);

create index funding_request_supplier on funding_request (supplier_id, id) where holds;
