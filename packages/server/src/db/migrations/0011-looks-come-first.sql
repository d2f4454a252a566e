-- Dispatch finds its own due looks, however many alarms and expiries are due beside them.
create index deadline_dispatch_due on deadline (due_at) where kind = 'dispatch';
