-- until they are back, agents get no task of their own accord
create table agent_absence (
    login text primary key,
    back_on date not null,
    declared_by text not null,
    declared_at timestamptz not null
);
