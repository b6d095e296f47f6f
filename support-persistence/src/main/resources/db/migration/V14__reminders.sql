-- The leads were told once that nobody has looked over the closed days of a year.
create table closed_days_reminder (
    calendar text    not null,
    year     integer not null,
    sent_at  timestamptz not null,
    primary key (calendar, year)
);
