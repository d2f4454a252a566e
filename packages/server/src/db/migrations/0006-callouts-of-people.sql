-- Callouts raised for a person: one live one each, whatever it is about. One that names a place too is none of the
-- place's business: it neither folds with what the place raises nor stands in its way.
alter table callout add column for_person boolean not null default false;
drop index callout_live_at_place;
create unique index callout_live_at_place on callout (customer_source_id, fixed_location_id, response_type_id, internal_test)
  where phase not in ('cancelled', 'closed') and not duress and not for_person;
create unique index callout_live_of_person on callout (customer_source_id, customer_id)
  where phase not in ('cancelled', 'closed') and not duress and for_person;
-- whether a person ever raised one
create index callout_of_person on callout (customer_source_id, customer_id) where for_person;
-- few, and looked for beside each callout that the control room lists
create index callout_under_duress on callout (customer_source_id, id) where duress and phase <> 'closed';
