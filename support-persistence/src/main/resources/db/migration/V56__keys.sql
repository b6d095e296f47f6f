-- Whoever uses speech input, or types by accident, may do without the keys that are a single letter.
alter table person add column single_keys boolean not null default true;
