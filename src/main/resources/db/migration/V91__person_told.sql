-- Who asked the data officer is told what becomes of it (COMM-05); the address goes once nothing is left to tell.
alter table person_request add email text;
-- Mails whose address and words go as soon as they have left.
alter table mail_outbox add fleeting boolean not null default false;
