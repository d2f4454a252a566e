-- An assignment's id is on the wire as that of a row of incidentInformation. Many typed clients read ids into 32 bits: one
-- beyond them, and a callout could not be read any more once a second responder was sent. Still far from callouts' ids.
-- Where there are assignments the sequence goes on: the newest of a responder is the one with the greatest id.
select setval('assignment_id', 1000000001, false) where not exists (select from assignment);
