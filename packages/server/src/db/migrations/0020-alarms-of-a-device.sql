-- The callout that the device's last alarm opened or was added to, and how many of its alarms went there: when the callout was asked
-- for more often than that, somebody else wants help too.
alter table device
  add column alarm_callout_id bigint,
  add column alarm_count integer not null default 0;
-- what has run since before this was counted stays the device's to take back
update device d set alarm_callout_id = c.id, alarm_count = c.repeats + 1
from callout c where c.customer_source_id = d.customer_source_id and c.id = d.raised_callout_id;
