-- signs the cursors of the API: one row, made here, so that all instances have the same
create table cursor_key (
    one   boolean primary key default true check (one),
    bytes bytea not null
);

-- two random UUIDs: 244 bits of the server's strong randomness
insert into cursor_key (bytes)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
