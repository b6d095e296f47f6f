-- The newest correction of a verdict, as the events tell it; the verdict itself stays as it was judged.
alter table promise add column corrected text check (corrected in ('KEPT', 'MISSED'));
