-- what an agent has typed in a task's form and not sent yet; it goes with the task
create table task_draft (
    task_id uuid primary key,
    answers jsonb not null,
    at timestamptz not null
);
