-- When the control room was last told that nobody goes; null: not since help was wanted.
alter table callout add column unattended_at timestamptz;
