-- Files with apps, versions or platforms that an admin looks at before they are taken in.
create table catalogue_file (
    id          uuid primary key,
    name        text        not null,
    content     text        not null,
    app_id      bigint references app on delete cascade,
    platform_id bigint references platform on delete cascade,
    uploaded_by bigint references person on delete cascade,
    uploaded_at timestamptz not null,
    check (num_nonnulls(app_id, platform_id) <= 1)
);
