-- What partners read and take away, the courses that they attend, and the certificates that come of it.

create table course (
    id        bigint generated always as identity primary key,
    title     text    not null check (char_length(title) between 1 and 200),
    body      text    not null default '' check (char_length(body) <= 20000),
    published boolean not null,
    version   integer not null default 0,
    demo      boolean not null default false
);

create table material (
    id        bigint generated always as identity primary key,
    app_id    bigint references app on delete cascade,
    course_id bigint references course on delete cascade,
    section   text        not null check (section in ('COURSE', 'RELEASE_NOTES', 'COMPATIBILITY', 'SALES', 'TECHNICAL')),
    title     text        not null check (char_length(title) between 1 and 200),
    form      text        not null check (form in ('TEXT', 'LINK', 'FILE')),
    body      text check (char_length(body) <= 20000),
    link      text check (link ~* '^https://' and char_length(link) <= 2000),
    file_name text,
    size      bigint,
    added_at  timestamptz not null,
    demo      boolean     not null default false,
    check (num_nonnulls(app_id, course_id) = 1),
    check ((section = 'COURSE') = (course_id is not null)),
    check ((form = 'TEXT') = (body is not null)),
    check ((form = 'LINK') = (link is not null)),
    check ((form = 'FILE') = (file_name is not null and size is not null))
);
create index material_app on material (app_id, section, id);
create index material_course on material (course_id, id);

create table material_content (
    material_id bigint primary key references material on delete cascade,
    bytes       bytea not null
);

create table material_done (
    material_id bigint      not null references material on delete cascade,
    person_id   bigint      not null references person on delete cascade,
    done_at     timestamptz not null,
    primary key (material_id, person_id)
);
create index material_done_person on material_done (person_id);

create table course_session (
    id        bigint generated always as identity primary key,
    course_id bigint      not null references course on delete cascade,
    begins_at timestamptz not null,
    ends_at   timestamptz not null check (ends_at > begins_at),
    place     text        not null check (char_length(place) between 1 and 300),
    seats     integer     not null check (seats between 1 and 1000),
    cancelled boolean     not null default false,
    version   integer     not null default 0
);
create index course_session_course on course_session (course_id, begins_at);

-- whoever has a seat, by its number, or waits for one; no seat has two people
create table course_seat (
    id         bigint generated always as identity,
    session_id bigint      not null references course_session on delete cascade,
    person_id  bigint      not null references person on delete cascade,
    seat       integer check (seat >= 1),
    asked_at   timestamptz not null,
    attended   boolean     not null default false check (seat is not null or not attended),
    primary key (session_id, person_id),
    unique (session_id, seat)
);
create index course_seat_person on course_seat (person_id);

create table certificate (
    number    text   primary key,
    course_id bigint  not null references course on delete cascade,
    person_id bigint  not null references person on delete cascade,
    -- as both were called on that day
    name      text    not null,
    course    text    not null,
    issued_on date    not null,
    withdrawn boolean not null default false,
    reason    text    not null default '' check (char_length(reason) <= 500),
    unique (course_id, person_id)
);
create index certificate_person on certificate (person_id);
