-- What partners are told of is no longer a callout alone: customers and subscriptions have events too (panic-v2 §8).
alter table outbox alter column callout_id drop not null;
alter table outbox alter column sequence drop not null;
alter table outbox add column customer_id bigint;
alter table outbox add column subscription_id bigint;
-- the callout's phase as the event left it: a body that is made later still says what was true then
alter table outbox add column phase text;
alter table outbox add constraint outbox_subject_check check (num_nonnulls(callout_id, customer_id, subscription_id) = 1);
alter table outbox add constraint outbox_sequence_check check ((callout_id is null) = (sequence is null));
