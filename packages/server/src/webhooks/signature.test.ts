import { createPublicKey, randomBytes, verify } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import { formatPublicKey, formatSecret, type SigningKey, signatureHeaders } from "./signature.ts";

const newKey = (scheme: SigningKey["scheme"]): SigningKey => ({ scheme, secret: randomBytes(32) });
/** The package judges the timestamp by the machine's clock. */
const { now } = systemClock();
const body = JSON.stringify({ message: "NEW_CALLOUT", callout: { formattedAddress: "Straße 5 🚨" } });

test("the receiver's library accepts what we sign", () => {
  const key = newKey("v1");
  const headers = signatureHeaders({ id: "msg_1", at: now(), body }, [key]);
  expect(new Webhook(formatSecret(key)).verify(body, { ...headers })).toEqual(JSON.parse(body));
});

test("any body and id are signed as the library signs them", () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^[\w-]{1,40}$/), (text, id) => {
      const key = newKey("v1");
      const at = now();
      const headers = signatureHeaders({ id, at, body: text }, [key]);
      const theirs = new Webhook(formatSecret(key)).sign(id, new Date(at.epochMilliseconds), text);
      expect(headers["webhook-signature"]).toBe(theirs);
    }),
  );
});

test.each([
  ["another body", { body: `${body} ` }],
  ["another id", { "webhook-id": "msg_2" }],
  ["another time", { "webhook-timestamp": String(Math.floor(now().epochMilliseconds / 1000) - 60) }],
])("%s is refused", (_title, change) => {
  const key = newKey("v1");
  const headers = { ...signatureHeaders({ id: "msg_1", at: now(), body }, [key]), body, ...change };
  expect(() => new Webhook(formatSecret(key)).verify(headers.body, headers)).toThrow(/No matching signature/);
});

test("with several keys whoever holds any one of them accepts", () => {
  const keys = [newKey("v1"), newKey("v1"), newKey("v1a")];
  const headers = signatureHeaders({ id: "msg_1", at: now(), body }, keys);
  expect(headers["webhook-signature"]).toMatch(/^v1,\S{44} v1,\S{44} v1a,\S{88}$/);
  for (const key of keys.slice(0, 2))
    expect(new Webhook(formatSecret(key)).verify(body, { ...headers })).toBeTruthy();
  expect(() => new Webhook(formatSecret(newKey("v1"))).verify(body, { ...headers })).toThrow(
    /No matching signature/,
  );
});

test("v1a is ed25519 over the same content, verified with nothing but the public key", () => {
  const key = newKey("v1a");
  const at = now();
  const signature = signatureHeaders({ id: "msg_1", at, body }, [key])["webhook-signature"].replace(
    "v1a,",
    "",
  );
  const raw = Buffer.from(formatPublicKey(key).replace("whpk_", ""), "base64");
  expect(raw).toHaveLength(32);
  const x = raw.toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const content = `msg_1.${Math.floor(at.epochMilliseconds / 1000)}.${body}`;
  expect(verify(null, Buffer.from(content), publicKey, Buffer.from(signature, "base64"))).toBe(true);
  expect(verify(null, Buffer.from(`${content} `), publicKey, Buffer.from(signature, "base64"))).toBe(false);
});

test("an ed25519 key is the one RFC 8032 derives from its seed", () => {
  // test 1 of RFC 8032 §7.1
  const secret = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
  const expected = Buffer.from("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "hex");
  expect(formatPublicKey({ scheme: "v1a", secret })).toBe(`whpk_${expected.toString("base64")}`);
});

test("a try's timestamp is whole seconds, rounded down", () => {
  const at = Temporal.Instant.from("2026-01-15T08:00:00.999Z");
  const headers = signatureHeaders({ id: "msg_1", at, body }, [newKey("v1")]);
  expect(headers["webhook-timestamp"]).toBe(String(Date.parse("2026-01-15T08:00:00Z") / 1000));
});
