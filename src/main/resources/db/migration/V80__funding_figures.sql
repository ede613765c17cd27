-- how much of what a supplier has asked for is paid: counted on its home page without looking at the rows
create index funding_request_paid on funding_request (supplier_id, type) where payment = 'DONE' and holds;
