import { seeded } from "@tocsin/testkit";

/** What somebody was told, so that it must be so for ever: `accepted 9001`, `completed 1000000001`. */
export type Told = Set<string>;

export interface AtWork {
  readonly address: string;
  /** Ends when the node has died: whoever is at work stops. */
  readonly told: Told;
}

/** A responder with a telephone, played through the public API. */
export interface PlayedResponder {
  readonly login: string;
  readonly pin: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Kept over restarts of the node, as an app keeps it. */
  token?: string;
}

interface State {
  readonly offer: { readonly id: number } | null;
  readonly assignment: { readonly id: number; readonly state: string } | null;
}

/** One offer in so many is declined. */
const declines = 0.2;

/** Does a responder's work until the node is gone: answers what is offered, arrives, completes. */
export async function workUntilDeath(
  { address, told }: AtWork,
  responder: PlayedResponder,
  seed: number,
): Promise<void> {
  const random = seeded(seed);
  const call = async (path: string, body?: unknown): Promise<Response> =>
    fetch(`${address}/responder/v1${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${responder.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const act = async (path: string, note: string, body: unknown = {}): Promise<void> => {
    const { status } = await call(path, body);
    if (status === 200) told.add(note);
  };
  try {
    responder.token ??= await signIn(address, responder);
    for (;;) {
      const { latitude, longitude } = responder;
      await call("/positions", {
        positions: [{ latitude, longitude, recordedAt: new Date().toISOString() }],
      });
      const { offer, assignment } = (await (await call("/state")).json()) as State;
      if (offer && random() < declines) await act(`/offers/${offer.id}/decline`, `offerDeclined ${offer.id}`);
      else if (offer) await act(`/offers/${offer.id}/accept`, `offerAccepted ${offer.id}`);
      if (assignment?.state === "assigned")
        await act(`/assignments/${assignment.id}/arrive`, `arrived ${assignment.id}`);
      if (assignment?.state === "onScene")
        await act(`/assignments/${assignment.id}/complete`, `completed ${assignment.id}`);
    }
  } catch {
    // the node is gone, in the middle of a call or between two
  }
}

async function signIn(address: string, { login, pin }: PlayedResponder): Promise<string> {
  const response = await fetch(`${address}/responder/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, pin }),
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}
