-- The newsroom: what the public was told, in the order in which it was told. Nothing here ever changes.

-- who this newsroom is for feed readers; stays the same when its address or its name changes
create table firebreak.newsroom_identity (
    feed_id    uuid        not null default gen_random_uuid() primary key,
    started_at timestamptz not null default now(),
    only_row   boolean     not null default true unique check (only_row)
);
insert into firebreak.newsroom_identity default values;

create table firebreak.newsroom_statement (
    statement_id uuid not null primary key,
    slug         text not null unique check (slug ~ '^[0-9][a-z0-9-]*$')
);

create table firebreak.newsroom_release (
    statement_id    uuid        not null references firebreak.newsroom_statement,
    version         integer     not null check (version >= 1),
    version_id      uuid        not null unique,
    language        text        not null,
    title           text        not null,
    body            text        not null,
    correction_note text,
    released_at     timestamptz not null,
    -- the transaction that wrote the row: lets a node ask for all that it can't have seen yet. A sequence would not do,
    -- because a lower number can become visible after a higher one.
    written_in      xid8        not null default pg_current_xact_id(),
    primary key (statement_id, version),
    -- the first release corrects nothing, every later one says what it corrects
    constraint newsroom_release_correction check ((version = 1) = (correction_note is null))
);
create index newsroom_release_written_in on firebreak.newsroom_release (written_in);

create function firebreak.refuse_newsroom_change() returns trigger language plpgsql as $$
begin
    raise exception 'What the newsroom has published is never changed or deleted. Publish a correction instead.'
        using errcode = 'restrict_violation';
end
$$;

create trigger newsroom_identity_is_kept before update or delete or truncate on firebreak.newsroom_identity
    for each statement execute function firebreak.refuse_newsroom_change();
create trigger newsroom_statement_is_kept before update or delete or truncate on firebreak.newsroom_statement
    for each statement execute function firebreak.refuse_newsroom_change();
create trigger newsroom_release_is_kept before update or delete or truncate on firebreak.newsroom_release
    for each statement execute function firebreak.refuse_newsroom_change();
