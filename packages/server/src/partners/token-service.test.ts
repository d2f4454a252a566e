import { useSystem } from "@tocsin/testkit";
import {
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { describe, expect, test } from "vitest";
import { createPartner, createPartnerDirectory, createTokenService, setPolicy } from "./index.ts";
import { countQueries } from "./testing/counted-database.ts";

const system = useSystem();
const notValid = "The access token is not valid";

describe("a token", () => {
  test("says who, for what, from whom and until when, in whole seconds", async () => {
    system.clock.advance({ milliseconds: 700 });
    const token = await system.token();
    const now = Math.floor(system.clock.now().epochMilliseconds / 1000);
    expect(decodeProtectedHeader(token)).toEqual({ alg: "EdDSA", kid: expect.any(String), typ: "JWT" });
    expect(decodeJwt(token)).toEqual({
      iss: "https://tocsin.test",
      aud: "panic-api",
      sub: "acme",
      iat: now,
      exp: now + 3600,
      jti: expect.stringMatching(/^[\w-]{22}$/),
      customerSourceId: system.partner.customerSourceId,
      scope: "server",
    });
  });

  test("lives as long as the tenant's policy says, to the second", async () => {
    const policies = { tokenLifetimeSeconds: 90 };
    const { clientSecret } = await createPartner(system.context, {
      clientId: "brief",
      name: "Brief",
      policies,
    });
    const { accessToken, expiresIn } = await system.context.tokens.issue("brief", clientSecret);
    expect(expiresIn).toBe(90);
    system.clock.advance({ seconds: 89 });
    await system.context.tokens.verify(accessToken);
    expect(system.context.tokens.recall(accessToken)).toBeDefined();
    system.clock.advance({ seconds: 1 });
    expect(system.context.tokens.recall(accessToken)).toBeUndefined();
    await expect(system.context.tokens.verify(accessToken)).rejects.toThrow("The access token has expired.");
  });

  test("of a person says whose it is, and reaches no further than it was made for", async () => {
    const partner = await system.context.partners.find(system.partner.customerSourceId);
    if (!partner) throw new Error("no tenant");
    const { issueCalloutToken, issueCustomerToken, verify, recall } = system.context.tokens;
    for (const [scope, issue] of [
      ["callout", issueCalloutToken],
      ["customer", issueCustomerToken],
    ] as const) {
      const { accessToken, expiresIn } = await issue(partner, 178_003);
      expect(decodeJwt(accessToken)).toMatchObject({ sub: "acme", scope, customerId: 178_003 });
      expect(expiresIn).toBe(3600);
      expect(await verify(accessToken)).toMatchObject({ scope, customerId: 178_003 });
      expect(recall(accessToken)).toMatchObject({ scope, customerId: 178_003 });
    }
    expect(decodeJwt(await system.token())).not.toHaveProperty("customerId");
  });

  test("is never the same twice", async () => {
    expect(await system.token()).not.toBe(await system.token());
  });
});

describe("signing in is refused in the same words", () => {
  test.each([
    ["an unknown clientId", "nobody", "secret"],
    ["a wrong secret", "acme", "secret"],
    ["an empty secret", "acme", ""],
    ["another case", "ACME", "secret"],
  ])("%s", async (_title, clientId, clientSecret) => {
    await expect(system.context.tokens.issue(clientId, clientSecret)).rejects.toThrow(
      "There is no client with this clientId and clientSecret.",
    );
  });

  test("another tenant's secret", async () => {
    await expect(system.context.tokens.issue("acme", system.otherPartner.clientSecret)).rejects.toThrow(
      "There is no client",
    );
  });
});

describe("the second time", () => {
  test("a token is known without a query", async () => {
    const db = countQueries(system.context.db);
    const capabilities = { ...system.context, db };
    const tokens = createTokenService(
      capabilities,
      createPartnerDirectory(capabilities),
      system.context.settings,
    );
    const token = await system.token();
    expect(tokens.recall(token)).toBeUndefined();
    await tokens.verify(token);
    const asked = [...db.asked];
    for (let time = 0; time < 100; time++) expect(tokens.recall(token)?.partner.clientId).toBe("acme");
    expect(db.asked).toEqual(asked);
  });

  test("its tenant is the one of now, not the one of then", async () => {
    const token = await system.token();
    await system.context.tokens.verify(token);
    await setPolicy(system.context, "acme", "responseTypes", "1,2,3");
    await expect.poll(() => system.context.tokens.recall(token), { interval: 1 }).toBeUndefined();
    expect((await system.context.tokens.verify(token)).partner.policies.responseTypes).toEqual([1, 2, 3]);
    expect(system.context.tokens.recall(token)?.partner.policies.responseTypes).toEqual([1, 2, 3]);
  });
});

/** Claims as they would be right; a test makes one of them wrong. */
function claims(): JWTPayload {
  const now = Math.floor(system.clock.now().epochMilliseconds / 1000);
  return {
    iss: "https://tocsin.test",
    aud: "panic-api",
    sub: "acme",
    iat: now,
    exp: now + 3600,
    jti: "1",
    customerSourceId: system.partner.customerSourceId,
    scope: "server",
  };
}

async function ourKey(): Promise<{ kid: string; private_jwk: JWK; public_jwk: JWK }> {
  await system.token();
  const rows = await system.context.db.query<{ kid: string; private_jwk: JWK; public_jwk: JWK }>({
    text: "select kid, private_jwk, public_jwk from signing_key order by created_at desc limit 1",
  });
  const [newest] = rows;
  if (!newest) throw new Error("no signing key was made");
  return newest;
}

/** Signed with our own key: what is wrong with it is in the claims. */
async function signed(payload: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
  const { kid, private_jwk } = await ourKey();
  const key = await importJWK(private_jwk, "EdDSA");
  return new SignJWT(payload).setProtectedHeader({ alg: "EdDSA", kid, ...header }).sign(key);
}

describe("refuses a token", () => {
  test("not, when nothing is wrong with it (or the tests below would prove nothing)", async () => {
    expect((await system.context.tokens.verify(await signed(claims()))).partner.clientId).toBe("acme");
  });

  test("without a signature (alg none)", async () => {
    await expect(system.context.tokens.verify(new UnsecuredJWT(claims()).encode())).rejects.toThrow(notValid);
  });

  test("signed with our public key as if it were a shared secret (HS256)", async () => {
    const { kid, public_jwk } = await ourKey();
    for (const secret of [JSON.stringify(public_jwk), String(public_jwk.x)]) {
      const header = { alg: "HS256", kid };
      const forged = await new SignJWT(claims())
        .setProtectedHeader(header)
        .sign(Buffer.from(secret.padEnd(32, "=")));
      await expect(system.context.tokens.verify(forged)).rejects.toThrow(notValid);
    }
  });

  test("signed by another key under the name of ours, or under its own", async () => {
    const { privateKey } = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    const { kid } = await ourKey();
    for (const name of [kid, "A".repeat(43), "../../etc/passwd", ""]) {
      const forged = await new SignJWT(claims())
        .setProtectedHeader({ alg: "EdDSA", kid: name })
        .sign(privateKey);
      await expect(system.context.tokens.verify(forged)).rejects.toThrow(notValid);
    }
  });

  test("that brings its own key along", async () => {
    const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
    const jwk = await crypto.subtle.exportKey("jwk", pair.publicKey);
    const header = { alg: "EdDSA", jwk: jwk as JWK };
    const forged = await new SignJWT(claims()).setProtectedHeader(header).sign(pair.privateKey);
    await expect(system.context.tokens.verify(forged)).rejects.toThrow(notValid);
  });

  test("that was altered, in any of its three parts", async () => {
    const token = await system.token();
    const [header = "", payload = "", signature = ""] = token.split(".");
    const richer = Buffer.from(JSON.stringify({ ...claims(), customerSourceId: 12 })).toString("base64url");
    const altered = signature.startsWith("A") ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    for (const forged of [
      `${header}.${richer}.${signature}`,
      `${header}.${payload}.${altered}`,
      `${header}.${payload}.`,
    ]) {
      await expect(system.context.tokens.verify(forged)).rejects.toThrow(notValid);
    }
  });

  test.each<[string, Record<string, unknown>]>([
    ["for another audience", { aud: "another-api" }],
    ["from the future", { iat: 4_000_000_000, exp: 4_000_003_600 }],
    ["that never expires", { exp: undefined }],
    ["without an id", { jti: undefined }],
    ["of an unknown scope", { scope: "admin" }],
    ["of a person, without saying of whom", { scope: "callout" }],
    ["of a person who is no number", { scope: "customer", customerId: "178003" }],
    ["without a tenant", { customerSourceId: undefined }],
    ["of a tenant there is none of", { customerSourceId: 999_999 }],
    ["with a tenant that is no number", { customerSourceId: "11" }],
    ["not yet valid", { nbf: 4_000_000_000 }],
  ])("%s", async (_title, wrong) => {
    await expect(system.context.tokens.verify(await signed({ ...claims(), ...wrong }))).rejects.toThrow(
      notValid,
    );
  });

  test("that has expired, and says so", async () => {
    const now = claims().iat ?? 0;
    const token = await signed({ ...claims(), iat: now - 100, exp: now });
    await expect(system.context.tokens.verify(token)).rejects.toThrow("has expired");
  });

  test.each(["", "a", "a.b", "a.b.c", "....", "eyJhbGciOiJFZERTQSJ9..", "e30.e30.e30"])(
    "that is none: %j",
    async (text) => {
      await expect(system.context.tokens.verify(text)).rejects.toThrow(notValid);
    },
  );
});

test("a node that answers under another address takes the token, as long as the key is ours", async () => {
  const settings = { publicUrl: "https://elsewhere.test", demo: false };
  const elsewhere = createTokenService(system.context, system.context.partners, settings);
  expect((await elsewhere.verify(await system.token())).partner.clientId).toBe("acme");
});

test("a clock of another node a few seconds ahead does no harm", async () => {
  const now = claims().iat ?? 0;
  const token = await signed({ ...claims(), iat: now + 5 });
  expect((await system.context.tokens.verify(token)).scope).toBe("server");
});

test("a database that is away is a 503, not a 401: the token may be good", async () => {
  const token = await system.token();
  const away = {
    ...system.context.db,
    query: () => Promise.reject(Object.assign(new Error("away"), { code: "ECONNREFUSED" })),
  };
  const capabilities = { ...system.context, db: away };
  const tokens = createTokenService(
    capabilities,
    createPartnerDirectory(capabilities),
    system.context.settings,
  );
  await expect(tokens.verify(token)).rejects.toThrow("away");
});

test("a demo tenant, whose secret everybody knows, may enter on a demonstration system alone", async () => {
  const clientSecret = "demo-secret";
  await createPartner(system.context, { clientId: "demo", name: "Demo", clientSecret, isDemo: true });
  await expect(system.context.tokens.issue("demo", clientSecret)).rejects.toThrow("There is no client");
  const settings = { ...system.context.settings, demo: true };
  const demonstration = createTokenService(system.context, system.context.partners, settings);
  const { accessToken } = await demonstration.issue("demo", clientSecret);
  expect((await demonstration.verify(accessToken)).partner.isDemo).toBe(true);
  await expect(system.context.tokens.verify(accessToken)).rejects.toThrow(notValid);
});
