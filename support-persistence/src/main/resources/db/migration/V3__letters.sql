-- The outbox: letters are written in the transaction of what they tell about, and delivered afterwards.
create table letter (
    id             uuid primary key,
    kind           text        not null check (kind in ('ACKNOWLEDGEMENT', 'PUBLIC_REPLY', 'DUE_CHANGED', 'WARNING', 'MISSED')),
    ticket_number  bigint      not null references ticket on delete cascade,
    recipient      text        not null check (recipient <> ''),
    recipient_name text        not null,
    subject        text        not null check (subject <> ''),
    body_text      text        not null,
    body_html      text        not null,
    state          text        not null check (state in ('WAITING', 'SENT', 'FAILED', 'HELD')),
    attempts       integer     not null default 0,
    written_at     timestamptz not null,
    sent_at        timestamptz,
    last_error     text,
    check ((state = 'SENT') = (sent_at is not null))
);
create index letter_newest on letter (written_at desc, id);
create index letter_of_ticket on letter (ticket_number);
