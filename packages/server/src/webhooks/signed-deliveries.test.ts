import { createPublicKey, verify } from "node:crypto";
import { type ReceivedWebhook, raiseCallout, useReceiver, useSystem } from "@tocsin/testkit";
import { Webhook } from "standardwebhooks";
import { beforeAll, expect, test } from "vitest";
import { systemClock } from "../clock.ts";

const system = useSystem();
const receiver = useReceiver();
const path = "/panic-api/v2/notifiers/webhooks";

// the package judges the timestamp by the machine's clock
beforeAll(() => {
  const behind = systemClock().now().since(system.clock.now()).total("milliseconds");
  system.clock.advance({ milliseconds: Math.round(behind) });
});

async function register(signatures?: readonly string[]) {
  const body = { url: receiver.url, events: ["NEW_CALLOUT"], ...(signatures ? { signatures } : {}) };
  return (await system.request({ method: "POST", path, body })).body.notifier;
}
async function rotate(body: unknown): Promise<string> {
  return (await system.request({ method: "POST", path: `${path}/secret/rotate`, body })).body.signingSecret;
}
async function newestDelivery(): Promise<ReceivedWebhook> {
  await raiseCallout(system);
  await system.drain();
  const newest = receiver.received.at(-1);
  if (!newest) throw new Error("Nothing was delivered");
  return newest;
}
const header = ({ headers }: ReceivedWebhook, name: string): string => String(headers[name]);
const accepts = (secret: string, { headers, text }: ReceivedWebhook): boolean => {
  try {
    return new Webhook(secret).verify(text, headers as Record<string, string>) !== undefined;
  } catch {
    return false;
  }
};

test("a delivery is accepted by whoever holds the secret of the registration, unless a byte of it changed", async () => {
  const { signingSecret } = await register();
  const delivery = await newestDelivery();
  expect(accepts(signingSecret, delivery)).toBe(true);
  expect(accepts(signingSecret, { ...delivery, text: `${delivery.text} ` })).toBe(false);
  expect(accepts(`whsec_${Buffer.alloc(32).toString("base64")}`, delivery)).toBe(false);
});

test("after a change of the secret both count for as long as was asked, then the new one alone", async () => {
  const { signingSecret: earlier } = await register();
  const later = await rotate({ overlapSeconds: 60 });
  const during = await newestDelivery();
  expect([accepts(earlier, during), accepts(later, during)]).toEqual([true, true]);
  system.clock.advance({ seconds: 60 });
  const after = await newestDelivery();
  expect([accepts(earlier, after), accepts(later, after)]).toEqual([false, true]);
  const atOnce = await rotate({ overlapSeconds: 0 });
  const leaked = await newestDelivery();
  expect([accepts(later, leaked), accepts(atOnce, leaked)]).toEqual([false, true]);
});

test("who asked for v1a alone gets nothing that needs a secret, and verifies with the public key", async () => {
  const { signingPublicKey } = await register(["v1a"]);
  const delivery = await newestDelivery();
  const signatures = header(delivery, "webhook-signature");
  expect(signatures).toMatch(/^v1a,\S{88}$/);
  const x = Buffer.from(signingPublicKey.replace("whpk_", ""), "base64").toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const parts = [header(delivery, "webhook-id"), header(delivery, "webhook-timestamp"), delivery.text];
  const content = Buffer.from(parts.join("."));
  const signature = Buffer.from(signatures.replace("v1a,", ""), "base64");
  expect(verify(null, content, publicKey, signature)).toBe(true);
});

test("both, when both are asked for", async () => {
  await register(["v1", "v1a"]);
  const signatures = header(await newestDelivery(), "webhook-signature").split(" ");
  const schemes = signatures.map((each) => each.split(",")[0]);
  expect(schemes.toSorted()).toEqual(["v1", "v1a"]);
});
