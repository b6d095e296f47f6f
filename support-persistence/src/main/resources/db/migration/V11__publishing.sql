-- What a lead works on before it is published, the examples that published terms have to meet, and the yearly look at the
-- closed days.

create table terms_draft (
    -- 'policy', or 'calendar:' and its name
    subject    text primary key,
    body       jsonb       not null,
    -- the newest published version when the draft was begun; 0 for a calendar that is new
    based_on   integer     not null check (based_on >= 0),
    -- counts its changes, for noticing that two people write at once
    revision   integer     not null check (revision > 0),
    changed_by bigint      not null references person,
    changed_at timestamptz not null
);

create table policy_example (
    id        bigint generated always as identity primary key,
    starts_at timestamptz not null,
    type      text        not null check (type in ('SUPPORT_REQUEST', 'BUG_REPORT', 'IDEA')),
    severity  text        not null check (severity in ('LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4')),
    lane      text        not null check (lane in ('STANDARD', 'FAST_LANE')),
    -- null: nothing is promised
    due_at    timestamptz check (due_at >= starts_at),
    shows     text        not null check (char_length(shows) between 1 and 200)
);

create table closed_days_sign_off (
    calendar  text        not null,
    year      integer     not null,
    -- of the calendar that was looked at
    version   integer     not null references calendar_version,
    signed_by bigint      not null references person,
    signed_at timestamptz not null,
    primary key (calendar, year, version)
);

-- Every rule of docs/sla.md that can be shown by one due time. The days are over, so that no closure to come breaks them.
insert into policy_example (starts_at, type, severity, lane, due_at, shows) values
    ('2026-11-10 10:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_1', 'STANDARD', '2026-11-10 11:00 Europe/Berlin',
     'One hour within a business day'),
    ('2026-10-30 16:30 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_2', 'STANDARD', '2026-11-02 12:30 Europe/Berlin',
     'Half an hour today and the rest after Reformation Day and the weekend'),
    ('2026-11-10 09:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_3', 'STANDARD', '2026-11-10 17:00 Europe/Berlin',
     'Time that is used up at closing is due at closing, not the next morning'),
    ('2025-12-30 15:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_4', 'STANDARD', '2026-01-05 15:00 Europe/Berlin',
     'Three business days over New Year'),
    ('2026-11-10 20:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_1', 'STANDARD', '2026-11-11 10:00 Europe/Berlin',
     'Written in the evening, counted from the next opening'),
    ('2026-11-07 12:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_1', 'STANDARD', '2026-11-09 10:00 Europe/Berlin',
     'Written on a Saturday, counted from Monday'),
    ('2025-10-03 10:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_1', 'STANDARD', '2025-10-06 10:00 Europe/Berlin',
     'Written on a holiday before a weekend'),
    ('2025-11-19 10:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_1', 'STANDARD', '2025-11-20 10:00 Europe/Berlin',
     'The Day of Repentance is a holiday in Saxony'),
    ('2026-06-04 10:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_1', 'STANDARD', '2026-06-04 11:00 Europe/Berlin',
     'Corpus Christi is no holiday of the whole of Saxony'),
    ('2024-12-24 10:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_1', 'STANDARD', '2024-12-24 11:00 Europe/Berlin',
     'Christmas Eve is a business day where the company does not close'),
    ('2026-04-02 16:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_2', 'STANDARD', '2026-04-07 12:00 Europe/Berlin',
     'Over Easter'),
    ('2026-03-27 16:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_2', 'STANDARD', '2026-03-30 12:00 Europe/Berlin',
     'Over the night in which clocks go forward'),
    ('2025-10-24 16:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_2', 'STANDARD', '2025-10-27 12:00 Europe/Berlin',
     'Over the night in which clocks go back'),
    ('2026-11-10 10:00:59 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_1', 'STANDARD', '2026-11-10 11:00:59 Europe/Berlin',
     'Seconds count, and are never rounded up'),
    ('2026-11-10 10:00 Europe/Berlin', 'BUG_REPORT', 'LEVEL_2', 'STANDARD', '2026-11-10 14:00 Europe/Berlin',
     'A bug report is answered like a support request'),
    ('2026-11-10 10:00 Europe/Berlin', 'SUPPORT_REQUEST', 'LEVEL_2', 'FAST_LANE', '2026-11-10 14:00 Europe/Berlin',
     'The Fast Lane promises the same times'),
    ('2026-11-10 10:00 Europe/Berlin', 'IDEA', 'LEVEL_4', 'STANDARD', null,
     'An idea carries no promise');

-- those that publishing has to look at
create index promise_open on promise (ticket_number) where verdict = 'OPEN';
