-- Indexes that the engine lacks: completion with many open tasks, job acquisition with many waiting timers.
create index navette_task_parent on act_ru_task (parent_task_id_);
create index navette_job_due on act_ru_job (duedate_);
create index navette_job_locked on act_ru_job (lock_exp_time_, process_instance_id_) where lock_owner_ is not null;
