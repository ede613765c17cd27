-- the history filtered by a status, and its count: without it a rare status is looked for among all requests
create index request_by_status_code on request (espace, organism_code, structure_id, status_code, created_at, id) where phase <> 'CANCELLED';
