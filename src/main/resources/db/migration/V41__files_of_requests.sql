-- A bound file belongs to a request.
alter table stored_file add foreign key (request_id) references request;
