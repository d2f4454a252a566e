import { addVisit, type TestSystem, type TestVisit } from "@tocsin/testkit";
import { type App, free } from "./at-work.ts";

/** A visit that a responder has taken. Its window begins in the next few minutes, and is half an hour long. */
export async function taken(system: TestSystem): Promise<{ visit: TestVisit; app: App; path: string }> {
  const visit = await addVisit(system, { inMinutes: 5 });
  const app = await free(system);
  const path = `/visits/${visit.visitId}`;
  const { status, text } = await app.post(`${path}/take`);
  if (status !== 200) throw new Error(text);
  return { visit, app, path };
}

/** The partner calls the visit's service off. */
export async function callOff(system: TestSystem, { scheduledRequestId }: TestVisit): Promise<void> {
  await system.request({ method: "DELETE", path: `/panic-api/v2/scheduled/${scheduledRequestId}` });
}

/** What a 409 about a visit looks like. */
export const refusedIn = (visitState: string) => ({
  status: 409,
  headers: { "x-error-code": "visit-state" },
  body: { message: expectText, visitState },
});
const expectText = { asymmetricMatch: (value: unknown) => typeof value === "string" && value.length > 0 };
