import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { buildApp } from "../app.ts";

const system = useSystem();
const origin = "https://app.example.com";

type App = Awaited<ReturnType<typeof buildApp>>;

async function withOrigins(corsOrigins: readonly string[], work: (app: App) => Promise<void>): Promise<void> {
  const app = await buildApp({ ...system.context, settings: { ...system.context.settings, corsOrigins } });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

describe("an origin on the list", () => {
  test("may read answers, errors too", async () => {
    await withOrigins([origin], async (app) => {
      const ok = await app.inject({ url: "/healthz", headers: { origin } });
      expect(ok.headers["access-control-allow-origin"]).toBe(origin);
      const refused = await app.inject({ url: "/panic-api/v2/responseTypes", headers: { origin } });
      expect([refused.statusCode, refused.headers["access-control-allow-origin"]]).toEqual([401, origin]);
      expect(String(refused.headers["access-control-expose-headers"])).toContain("X-Error-Code");
    });
  });

  test("may ask first, without a token, for a POST with one", async () => {
    await withOrigins([origin], async (app) => {
      const response = await app.inject({
        method: "OPTIONS",
        url: "/panic-api/v2/predefinedLocations",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,content-type",
        },
      });
      expect(response.statusCode).toBe(204);
      expect(response.headers["access-control-allow-origin"]).toBe(origin);
      expect(response.headers["access-control-allow-headers"]).toBe("authorization,content-type");
      expect(String(response.headers["access-control-allow-methods"])).toContain("POST");
    });
  });
});

test("any other origin may not", async () => {
  await withOrigins([origin], async (app) => {
    const response = await app.inject({
      url: "/healthz",
      headers: { origin: "https://elsewhere.example.com" },
    });
    expect(response.headers["access-control-allow-origin"]).toBeUndefined();
  });
});

test("without a list nobody may, and nothing speaks of it", async () => {
  const response = await system.app.inject({ url: "/healthz", headers: { origin } });
  expect(Object.keys(response.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  expect(response.headers.vary).toBeUndefined();
});
