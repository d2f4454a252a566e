import { setTimeout as delay } from "node:timers/promises";

const pollMilliseconds = 100;

/** A token of the demo's tenant. */
export async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/panic-api/v2/oauth/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId: "demo", clientSecret: "demo-secret" }),
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

/** Sends a file and waits until it was worked through. */
export async function importFile(address: string, token: string, file: Blob): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const form = new FormData();
  form.set("callbackUrl", "https://callback.invalid/");
  form.set("locations", file, "places.csv");
  const sent = await fetch(`${address}/v1/predefinedlocations/upload`, {
    method: "POST",
    headers,
    body: form,
  });
  const { importId } = (await sent.json()) as { importId: number };
  for (;;) {
    const asked = await fetch(`${address}/v1/predefinedlocations/imports/${importId}`, { headers });
    const { state, errors } = (await asked.json()) as { state: string; errors: unknown };
    if (state === "done") return;
    if (state === "failed") throw new Error(`the file was refused: ${JSON.stringify(errors)}`);
    await delay(pollMilliseconds);
  }
}
