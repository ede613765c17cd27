-- The lists of open tasks in Tasklist: an organism's by priority and age, and those that are late.
create index navette_task_priority on act_ru_task (tenant_id_, priority_ desc, create_time_, id_);
create index navette_task_due on act_ru_task (tenant_id_, due_date_);
