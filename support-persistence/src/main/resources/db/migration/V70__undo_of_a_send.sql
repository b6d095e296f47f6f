-- A reply that was sent waits a moment before it leaves: until then it is its author's draft, and can be taken back.
alter table draft
    add column leaves_at timestamptz,
    -- why it did not leave
    add column came_back text,
    add constraint draft_leaves check (leaves_at is null or not internal);

-- whether somebody wants that; null: they have not said, and it is as the desk has it
alter table person add column undo_sends boolean;
