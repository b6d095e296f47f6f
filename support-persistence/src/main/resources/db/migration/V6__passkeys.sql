-- Passkeys: keys that people's devices hold, which prove at once who they are (WebAuthn).

-- what devices call a person by: random, so that it tells nothing
create table passkey_handle (
    person_id bigint primary key references person on delete cascade,
    handle    bytea not null unique check (length(handle) between 1 and 64)
);

create table passkey (
    id              bigint generated always as identity primary key,
    -- chosen by the device; it belongs to one person only
    credential_id   bytea       not null unique check (length(credential_id) between 1 and 1023),
    person_id       bigint      not null references passkey_handle on delete cascade,
    public_key      bytea       not null,
    -- what the device said of itself when the passkey was made; the library reads the key from it
    attestation     bytea       not null,
    -- counts uses on devices that count; on others it stays 0
    counter         bigint      not null check (counter >= 0),
    -- how the browser can reach the device, parted by commas
    transports      text        not null,
    -- may be copied to other devices of the person, and has been
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    label           text        not null check (label <> '' and length(label) <= 60),
    created_at      timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_person on passkey (person_id);
