-- Customers and their subscriptions (panic-v2 §6).

-- What else is known of a person, by the contract's names: read and written together, and searched by none of it.
alter table customer add column details jsonb not null default '{}';

alter table subscription add constraint subscription_window_check check (valid_from < valid_to);
-- No two subscriptions of a person are active at the same time, whoever asks at the same instant. A window begins to count
-- when its row is made: one that was written down after it had lapsed was never active and stands in nobody's way.
alter table subscription add constraint subscription_one_active exclude using gist (
  int8range(customer_source_id, customer_source_id, '[]') with &&,
  int8range(customer_id, customer_id, '[]') with &&,
  (case when created_at < valid_to then tstzrange(greatest(created_at, valid_from), valid_to) else 'empty' end) with &&
) where (cancelled_at is null);
create index subscription_of_customer on subscription (customer_source_id, customer_id, id);

-- Whom a family subscription covers beside its customer.
create table subscription_dependant (
  customer_source_id bigint not null,
  subscription_id bigint not null,
  customer_id bigint not null,
  primary key (customer_source_id, subscription_id, customer_id),
  foreign key (customer_source_id, subscription_id) references subscription,
  foreign key (customer_source_id, customer_id) references customer
);
create index subscription_dependant_of_customer on subscription_dependant (customer_source_id, customer_id);
