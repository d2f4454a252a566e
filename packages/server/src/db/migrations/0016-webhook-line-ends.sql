-- The number that the last delivery about a customer or a subscription had, once that has left the log: those lines have no
-- end, and a receiver that keeps the highest number of each would throw away what began again at 1.
create table webhook_line_end (
  customer_source_id bigint not null references customer_source (id),
  subject text not null check (subject in ('customer', 'subscription')),
  subject_id bigint not null,
  sequence integer not null,
  primary key (customer_source_id, subject, subject_id)
);
