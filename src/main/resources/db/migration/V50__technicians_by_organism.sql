-- The organisms that a technician works with: the number of active technicians is limited per structure and organism.
create table partner_member_organism (
    account_id uuid not null references partner_member on delete cascade,
    organism_code text not null references organism,
    primary key (account_id, organism_code)
);

-- until now everyone worked with every organism of their structure
insert into partner_member_organism (account_id, organism_code)
select distinct m.account_id, c.organism_code
from partner_member m join convention c on c.structure_id = m.structure_id
where m.role = 'TECHNICIAN';
