import { addCustomers, type TestPartner, type TestResponse, type TestSystem } from "@tocsin/testkit";

export const path = "/panic-api/v2/scheduled";

/** Two weeks of mornings, from tomorrow of the virtual clock on: Friday 2026-01-16. */
const config = {
  name: "Morning unlock",
  dateFrom: "2026-01-16",
  dateTo: "2026-01-31",
  repeatsConfig: {
    type: "repeating",
    startTime: "06:30",
    windowMinutes: 45,
    daysOfWeek: ["monday", "friday"],
  },
};
const initialLocation = { latitude: -26.1076, longitude: 28.0567, formattedAddress: "1 Long Street" };

export interface Wanted {
  readonly serviceType?: string;
  readonly config?: object;
  readonly repeats?: object;
  readonly body?: object;
  readonly partner?: TestPartner;
}

/** A body of the newer shape, with changes. */
export async function newer(system: TestSystem, { config: changes, repeats, body, partner }: Wanted = {}) {
  const [customerId] = await addCustomers(system, 1, partner);
  const repeatsConfig = { ...config.repeatsConfig, ...repeats };
  return {
    customerId,
    scheduledRequestConfig: { ...config, repeatsConfig, ...changes },
    initialLocation,
    ...body,
  };
}

/** Schedules a service as a partner does. */
export async function schedule(system: TestSystem, wanted: Wanted = {}): Promise<TestResponse> {
  const { serviceType = "unlock", partner = system.partner } = wanted;
  return system.request({
    method: "POST",
    path: `${path}/${serviceType}`,
    token: await system.token(partner),
    body: await newer(system, wanted),
  });
}

/** The same; its id. */
export async function scheduled(system: TestSystem, wanted: Wanted = {}): Promise<string> {
  const { status, body, text } = await schedule(system, wanted);
  if (status !== 201) throw new Error(text);
  return body.id;
}

export function read(system: TestSystem, id: string): Promise<TestResponse> {
  return system.request({ method: "GET", path: `${path}/${id}` });
}

export function callOff(system: TestSystem, id: string, body?: unknown): Promise<TestResponse> {
  return system.request({ method: "DELETE", path: `${path}/${id}`, ...(body === undefined ? {} : { body }) });
}
