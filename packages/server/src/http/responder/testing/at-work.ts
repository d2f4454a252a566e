import {
  addResponder,
  bringTo,
  type OfferedResponder,
  offerTo,
  raiseCallout,
  type TestCallout,
  type TestResponder,
  type TestResponse,
  type TestStep,
  type TestSystem,
} from "@tocsin/testkit";

/** Sends requests as one responder's app does. */
export interface App {
  readonly responder: TestResponder;
  post(path: string, body?: unknown): Promise<TestResponse>;
  put(path: string, body?: unknown): Promise<TestResponse>;
  state(): Promise<TestResponse>;
}

export async function appOf(system: TestSystem, responder: TestResponder): Promise<App> {
  const token = await responder.token();
  const send = (method: "GET" | "POST" | "PUT", path: string, body?: unknown): Promise<TestResponse> =>
    system.request({ method, path: `/responder/v1${path}`, token, ...(body === undefined ? {} : { body }) });
  return {
    responder,
    post: (path, body) => send("POST", path, body),
    put: (path, body) => send("PUT", path, body),
    state: () => send("GET", "/state"),
  };
}

/** A responder who is free. */
export async function free(system: TestSystem): Promise<App> {
  return appOf(system, await addResponder(system));
}

/** Responders whom a callout asks just now. */
export async function offered(
  system: TestSystem,
  count: 1 | 2 | 3 = 1,
): Promise<{ callout: TestCallout; app: App; asked: readonly OfferedResponder[]; offerId: number }> {
  const { callout, asked } = await offerTo(system, count);
  const [first] = asked;
  return { callout, app: await appOf(system, first), asked, offerId: first.offerId };
}

/** A responder who was brought so far. */
export async function sent(
  system: TestSystem,
  step: TestStep = "assigned",
): Promise<{ callout: TestCallout; app: App; assignmentId: number; path: string }> {
  const callout = await raiseCallout(system);
  const app = await free(system);
  const assignmentId = await bringTo(system, callout, step, app.responder);
  return { callout, app, assignmentId, path: `/assignments/${assignmentId}` };
}
