-- one row in a database that was filled with the demonstration: production refuses it
create table demonstration (
    filled_at timestamptz not null
);
insert into demonstration select now() where exists (select from account where login = 'claire.vasseur@relais.example');
