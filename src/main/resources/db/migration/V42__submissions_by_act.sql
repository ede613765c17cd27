-- one key counts once for each thing that is done with it: a deposit's key sent to another form is no repetition
alter table request_submission add act text not null default 'deposit';
alter table request_submission alter act drop default;
alter table request_submission drop constraint request_submission_pkey;
alter table request_submission add primary key (key, act);
