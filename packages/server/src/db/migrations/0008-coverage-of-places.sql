-- Every change to an area gets the next number, under a lock of this one row: whoever has read number n has read all before it.
create table coverage_version (
  is_only boolean primary key default true check (is_only),
  version bigint not null
);
insert into coverage_version (version) values (1);

alter table coverage_area
  add column version bigint not null default 1;
create index coverage_area_version on coverage_area (version);

-- What the areas of that number said of a place; null: none was drawn for the response type. 0: not asked yet.
alter table fixed_location
  add column security_coverage boolean,
  add column medical_coverage boolean,
  add column coverage_checked_at timestamptz,
  add column coverage_version bigint not null default 0;
create index fixed_location_coverage on fixed_location (coverage_version) where deleted_at is null;
