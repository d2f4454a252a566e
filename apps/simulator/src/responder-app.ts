import { type ResponderState, responderSession, responderState } from "@tocsin/wire";
import type { Act, SimulatedPerson, World } from "./types.ts";

const limitMilliseconds = 5_000;

/** The server's answer is no success. */
export class Refused extends Error {
  readonly status: number;
  /** Not the session was refused but the PIN. */
  readonly isWrongPin: boolean;

  constructor(status: number, method: string, path: string) {
    super(`${method} ${path} was answered ${status}`);
    this.status = status;
    this.isWrongPin = path === "/sessions" && (status === 401 || status === 429);
  }
}

/** A responder's app: what it may do at the responder door, and nothing else. */
export interface ResponderApp {
  /** What the server knows of us; signs in where that is needed. @throws Refused */
  look(): Promise<ResponderState>;
  /** @throws Refused */
  do(act: Act): Promise<void>;
}

/** @param signal ends every call that is under way */
export function createResponderApp(
  address: string,
  { login, pin }: SimulatedPerson,
  { fetch, now }: Pick<World, "fetch" | "now">,
  signal: AbortSignal,
): ResponderApp {
  let token: string | null = null;

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${address}/responder/v1${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(limitMilliseconds)]),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    // a session that is over: the next look signs in again
    if (response.status === 401) token = null;
    throw new Refused(response.status, method, path);
  }

  async function signIn(): Promise<void> {
    token = null;
    token = responderSession.parse(await call("POST", "/sessions", { login, pin })).accessToken;
  }

  return {
    async look() {
      if (token === null) await signIn();
      return responderState.parse(await call("GET", "/state"));
    },
    async do(act) {
      await call(...requestOf(act, now()));
    },
  };
}

function requestOf(act: Act, now: number): readonly [method: string, path: string, body?: unknown] {
  switch (act.kind) {
    case "goOnDuty":
      return ["PUT", "/shift", { onDuty: true }];
    case "report":
      return [
        "POST",
        "/positions",
        { positions: [{ ...act.position, recordedAt: new Date(now).toISOString() }] },
      ];
    case "accept":
    case "decline":
      return ["POST", `/offers/${act.offerId}/${act.kind}`, {}];
    case "arrive":
    case "complete":
      return ["POST", `/assignments/${act.assignmentId}/${act.kind}`, {}];
  }
}
