import { addPlaces, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

describe("200", () => {
  test("one hundred raises at once: one 201, ninety-nine 200, one id", async () => {
    const [place = ""] = await addPlaces(system, 1, "alarm");
    const token = await system.token();
    const path = `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        system.request({ method: "POST", path, token, body: { responseTypeId: 1 } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(99);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  test("echoes what this request brought, beside the callout that was there", async () => {
    const [place = ""] = await addPlaces(system, 1, "echo");
    const path = `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
    const first = await system.request({
      method: "POST",
      path,
      body: { responseTypeId: 1, installerIdentifier: "a" },
    });
    const second = await system.request({
      method: "POST",
      path,
      body: { responseTypeId: 1, installerIdentifier: "b" },
    });
    expect(second).toMatchObject({
      status: 200,
      body: { id: first.body.id, installerIdentifier: "b", message: "Callout already active." },
    });
  });
});
