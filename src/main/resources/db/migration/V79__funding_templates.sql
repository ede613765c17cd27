-- A template of documents that a supplier has imported for the agency to judge (FUND-22).
create table funding_template (
    id bigint primary key references request,
    supplier_id uuid not null references funding_supplier,
    couloir text not null,
    -- the kind as the decision funding-template-kinds had it then
    kind text not null,
    label text not null,
    -- one template for each file, however often its import is validated
    file_id uuid not null unique,
    file_name text not null,
    -- what the agent says with the decision
    remark text
);
create index funding_template_supplier on funding_template (supplier_id, id);
