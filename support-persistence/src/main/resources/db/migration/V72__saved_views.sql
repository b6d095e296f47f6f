-- What people of the desk ask the queue for again and again. Without an owner it is shared by all of them.
create table saved_view (
    id       bigint generated always as identity primary key,
    owner_id bigint references person on delete cascade,
    name     text not null check (char_length(name) between 1 and 60),
    query    text not null check (char_length(query) between 1 and 2000),
    demo     boolean not null default false
);
create unique index saved_view_name on saved_view (coalesce(owner_id, 0), lower(name));
