import { addCustomers } from "./customers.ts";
import type { TestPartner, TestSystem } from "./system.ts";

export interface TestVisit {
  readonly visitId: number;
  readonly scheduledRequestId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Schedules a service that happens once, as a partner does. Its window begins with the first full minute after so many. */
export async function addVisit(
  system: TestSystem,
  {
    inMinutes = 30,
    windowMinutes = 30,
    partner = system.partner,
  }: { readonly inMinutes?: number; readonly windowMinutes?: number; readonly partner?: TestPartner } = {},
): Promise<TestVisit> {
  const startsAt = system.clock
    .now()
    .add({ minutes: inMinutes })
    .round({ smallestUnit: "minute", roundingMode: "ceil" });
  const [customerId] = await addCustomers(system, 1, partner);
  const local = startsAt.toZonedDateTimeISO("UTC");
  const day = local.toPlainDate().toString();
  const startTime = local.toPlainTime().toString({ smallestUnit: "minute" });
  const repeatsConfig = { type: "single", startTime, windowMinutes, timeZone: "UTC" };
  const answer = await system.request({
    method: "POST",
    path: "/panic-api/v2/scheduled/unlock",
    token: await system.token(partner),
    body: {
      customerId,
      scheduledRequestConfig: { name: "Unlock", dateFrom: day, dateTo: day, repeatsConfig },
      initialLocation: { latitude: -26.1, longitude: 28.05, formattedAddress: "1 Long Street" },
    },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  const [visit] = await system.context.db.query<{ id: number }>({
    text: "select id from scheduled_occurrence where request_id = $1",
    values: [answer.body.id],
  });
  if (!visit) throw new Error("no visit was planned");
  const endsAt = startsAt.add({ minutes: windowMinutes });
  return { visitId: visit.id, scheduledRequestId: answer.body.id as string, startsAt, endsAt };
}
