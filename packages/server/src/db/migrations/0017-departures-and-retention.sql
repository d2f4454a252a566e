-- What a customer has is found when they go.
create index fixed_location_of_customer on fixed_location (customer_source_id, customer_id) where customer_id is not null;
create index device_of_customer on device (customer_source_id, customer_id);
create index scheduled_request_of_customer on scheduled_request (customer_source_id, customer_id);
create index management_session_of_customer on management_session (customer_source_id, customer_id);

-- What has had its time is found when it is cleared away.
create index management_session_expiry on management_session (expires_at);
create index signup_session_expiry on signup_session (expires_at);
create index location_import_age on location_import (finished_at) where finished_at is not null;
