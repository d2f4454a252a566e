import type { CalloutPhase } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";

/** One statement, so that an offer that is accepted meanwhile is shown as one of the two and not as both. */
const select = sql(
  "dispatch-responder-work",
  `with work as (
    select 'offer' as kind, customer_source_id, callout_id, id, state, eta_seconds, eta_method, distance_metres, offered_at as since,
      expires_at, null::timestamptz as arrived_at, false as by_hand, null as instruction
    from offer where responder_id = $1 and state = 'live'
    union all
    select 'assignment', customer_source_id, callout_id, id, state, eta_seconds, eta_method, null, assigned_at, null, arrived_at,
      by_hand, instruction
    from assignment where responder_id = $1 and state in ('assigned', 'onScene')
  )
  select work.*, s.name as customer_source_name, c.phase, c.response_type_id, c.classification_id, c.internal_test,
    c.duress, c.advanced, c.created_at as raised_at, c.latitude, c.longitude, c.accuracy,
    coalesce(l.location_description, l.location_identifier) as site_name, l.formatted_address as site_address,
    l.location_additional_information as site_information, l.w3w as site_w3w,
    p.name as customer_name, p.surname as customer_surname, p.mobile as customer_mobile
  from work
    join callout c on c.customer_source_id = work.customer_source_id and c.id = work.callout_id
    join customer_source s on s.id = c.customer_source_id
    left join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
    left join customer p on p.customer_source_id = c.customer_source_id and p.id = c.customer_id and not p.is_house_account
  order by work.id`,
);

export interface WorkRow {
  readonly kind: "offer" | "assignment";
  readonly customer_source_id: number;
  readonly customer_source_name: string;
  readonly callout_id: number;
  readonly id: number;
  readonly state: string;
  readonly eta_seconds: number | null;
  readonly eta_method: string | null;
  readonly distance_metres: number | null;
  readonly since: Temporal.Instant;
  readonly expires_at: Temporal.Instant | null;
  readonly arrived_at: Temporal.Instant | null;
  readonly by_hand: boolean;
  readonly instruction: string | null;
  readonly phase: CalloutPhase;
  readonly response_type_id: number;
  readonly classification_id: number;
  readonly internal_test: boolean;
  readonly duress: boolean;
  readonly advanced: boolean;
  readonly raised_at: Temporal.Instant;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy: number | null;
  readonly site_name: string | null;
  readonly site_address: string | null;
  readonly site_information: string | null;
  readonly site_w3w: string | null;
  readonly customer_name: string | null;
  readonly customer_surname: string | null;
  readonly customer_mobile: string | null;
}

export function selectWork(db: Queryable, responderId: number): Promise<WorkRow[]> {
  return db.query<WorkRow>(select(responderId));
}
