import type { Calls } from "./calls.ts";
import type { Scene } from "./scene.ts";

const fixesPerBody = 1_000;
/** Well before positions are too old to be ranked. */
const everyMilliseconds = 20_000;

/** Sends everybody's position through the supplier's gateway, once at first and then again and again. */
export async function keepMoving(calls: Calls, { supplier, responders }: Scene): Promise<{ stop(): void }> {
  const { body } = await calls.post<{ accessToken: string }>("/responder/v1/fleet/sessions", null, {
    supplierId: supplier.id,
    secret: supplier.secret,
  });

  async function sendAll(): Promise<void> {
    const recordedAt = new Date().toISOString();
    for (let from = 0; from < responders.length; from += fixesPerBody) {
      const positions = responders
        .slice(from, from + fixesPerBody)
        .map(({ id, latitude, longitude }) => ({ responderId: id, latitude, longitude, recordedAt }));
      const { status } = await calls.post("/responder/v1/fleet/positions", body.accessToken, { positions });
      if (status !== 202) throw new Error(`positions were answered ${status}`);
    }
  }

  await sendAll();
  const timer = setInterval(() => void sendAll(), everyMilliseconds);
  return { stop: () => clearInterval(timer) };
}
