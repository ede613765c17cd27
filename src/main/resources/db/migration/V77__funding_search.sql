-- exports of the beneficiaries of a couloir read along it
create index funding_request_couloir on funding_request (supplier_id, couloir, id);
-- what is being paid, or was, among all that a supplier has asked for
create index funding_request_payment on funding_request (supplier_id, payment, id) where payment <> 'NONE';
