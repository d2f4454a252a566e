import type { Queryable } from "../../db/index.ts";

/** What must hold at every moment, asked of the tables themselves: how often each promise is broken. */
const promises: Readonly<Record<string, string>> = {
  "a callout that is not closed has a running deadline": `select c.id from callout c where phase <> 'closed' and not exists (
    select from deadline d where d.customer_source_id = c.customer_source_id and d.callout_id = c.id)`,
  "a callout that nobody goes to is looked after": `select c.id from callout c where phase in ('awaiting', 'offering')
    and not exists (select from deadline d where d.callout_id = c.id and kind = 'unattended')`,
  "nobody holds two": `select responder_id from (
      select responder_id from offer where state = 'live' union all
      select responder_id from assignment where state in ('assigned', 'onScene')
    ) held group by responder_id having count(*) > 1`,
  "whoever is asked or sent is engaged by that callout": `select w.responder_id from (
      select responder_id, callout_id from offer where state = 'live' union all
      select responder_id, callout_id from assignment where state in ('assigned', 'onScene')
    ) w where not exists (select from engagement e where e.responder_id = w.responder_id and e.callout_id = w.callout_id)`,
  "whoever is engaged is asked or sent": `select e.responder_id from engagement e
    where not exists (select from offer o where o.responder_id = e.responder_id and o.callout_id = e.callout_id and o.state = 'live')
    and not exists (select from assignment a where a.responder_id = e.responder_id and a.callout_id = e.callout_id
      and a.state in ('assigned', 'onScene'))`,
  "a timeline has no holes": `select c.id from callout c join callout_event e on e.callout_id = c.id group by c.id, c.sequence
    having count(*) <> c.sequence or max(e.sequence) <> c.sequence`,
  "each offer is on the timeline, and why it was made is stored": `select o.id from offer o where not exists (
      select from callout_event e join decision d on d.callout_id = e.callout_id
      where e.callout_id = o.callout_id and e.kind = 'offered' and (e.body->>'offerId')::bigint = o.id and d.sequence >= e.sequence)`,
};

/** Empty when all is well. */
export async function brokenPromises(db: Pick<Queryable, "query">): Promise<Record<string, number>> {
  const broken: Record<string, number> = {};
  for (const [promise, text] of Object.entries(promises)) {
    const rows = await db.query({ text });
    if (rows.length > 0) broken[promise] = rows.length;
  }
  return broken;
}
