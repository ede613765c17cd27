-- What the nightly process of what is common looks for (COMM-05).
create index mail_outbox_about_nothing on mail_outbox (queued_at) where reference is null;
create index supervision_journal_named on supervision_journal (at) where name <> '';
