-- Known issues and ideas, who wants to be told of them, and the tickets that are about them.

create table topic (
    id         bigint generated always as identity primary key,
    kind       text        not null check (kind in ('KNOWN_ISSUE', 'IDEA')),
    app_id     bigint      not null references app on delete cascade,
    title      text        not null check (char_length(title) between 1 and 200),
    affects    text        not null default '',
    body       text        not null default '' check (char_length(body) <= 20000),
    workaround text        not null default '' check (char_length(workaround) <= 20000),
    stage      text        not null,
    outcome    text        not null default '',
    published  boolean     not null,
    version    integer     not null default 0,
    moved_at   timestamptz not null,
    demo       boolean     not null default false,
    -- customers write English or German
    words      tsvector    not null generated always as (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('german', title), 'A')
        || to_tsvector('english', body || ' ' || workaround) || to_tsvector('german', body || ' ' || workaround)) stored,
    check (stage in ('CONFIRMED', 'SCHEDULED', 'FIXED') and kind = 'KNOWN_ISSUE'
        or stage in ('GATHERING', 'PLANNED', 'SHIPPED', 'DECLINED') and kind = 'IDEA'),
    check ((outcome <> '') = (stage in ('FIXED', 'SHIPPED', 'DECLINED')))
);
create index topic_words on topic using gin (words);
create index topic_app on topic (app_id);

-- one vote a person; of a known issue: it happens to me too. They are told what becomes of it.
create table topic_follower (
    topic_id    bigint      not null references topic on delete cascade,
    person_id   bigint      not null references person on delete cascade,
    followed_at timestamptz not null,
    primary key (topic_id, person_id)
);
create index topic_follower_person on topic_follower (person_id);

-- as the events of the tickets tell it
create table topic_ticket (
    topic_id      bigint not null references topic on delete cascade,
    ticket_number bigint not null references ticket on delete cascade,
    primary key (topic_id, ticket_number)
);
create index topic_ticket_ticket on topic_ticket (ticket_number);
