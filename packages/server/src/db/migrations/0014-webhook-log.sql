-- What a partner asks its log for: by time, and what did not arrive.
create index webhook_delivery_time on webhook_delivery (customer_source_id, happened_at, id);
create index webhook_delivery_failed on webhook_delivery (customer_source_id, id) where state in ('dead', 'dropped');
