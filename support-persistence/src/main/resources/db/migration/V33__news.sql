-- What the vendor tells its partners, from a day to a day in its zone.

create table news (
    id        bigint generated always as identity primary key,
    title     text    not null check (char_length(title) between 1 and 200),
    body      text    not null check (char_length(body) between 1 and 20000),
    first_day date    not null,
    -- null: until somebody takes it away
    last_day  date check (last_day >= first_day),
    version   integer not null default 0,
    demo      boolean not null default false
);
