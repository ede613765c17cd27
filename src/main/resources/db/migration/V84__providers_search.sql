-- How often an account has consulted rights lately (PROV-08).
create index rights_consultation_account on rights_consultation (establishment_id, account, at);
