import { addPlaces, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = (reference: string): string =>
  `/panic-api/v2/predefinedLocations/externalRef/${encodeURIComponent(reference)}/callouts`;

describe("201", () => {
  test("carries the flat callout at top level and the same in the envelope, with exact types", async () => {
    const [place = ""] = await addPlaces(system, 1, "first");
    const body = { responseTypeId: 2, calloutClassificationId: 3, installerIdentifier: "panel 7" };
    const { status, body: answer } = await system.request({ method: "POST", path: path(place), body });
    expect(status).toBe(201);
    const flat = {
      id: expect.any(Number),
      customerId: system.partner.houseAccountId,
      predefinedLocationId: expect.any(Number),
      status: "created",
      latitude: -26.1,
      longitude: 28.05,
      responseTypeId: 2,
      calloutClassificationId: 3,
      createdAt: "2026-01-15T08:00:00.000Z",
      url: expect.stringMatching(/^https:\/\/tocsin\.test\/track\//),
      installerIdentifier: "panel 7",
      externalReferenceId: place,
    };
    expect(answer).toEqual({ ...flat, message: "Callout created.", callout: flat });
    expect(answer.callout.id).toBe(answer.id);
  });

  test("takes an absent body when the tenant has a default response type", async () => {
    const [place = "", other = ""] = await addPlaces(system, 2, "default");
    await system.context.db.query({
      text: `update customer_source set policies = '{"defaultResponseTypeId": 1}' where id = $1`,
      values: [system.otherPartner.customerSourceId],
    });
    const token = await system.token(system.otherPartner);
    await addPlaces(system, 2, "default", system.otherPartner);
    for (const [reference, body] of [
      [place, undefined],
      [other, {}],
    ] as const) {
      const answer = await system.request({
        method: "POST",
        path: path(reference),
        token,
        ...(body ? { body } : {}),
      });
      expect(answer).toMatchObject({ status: 201, body: { responseTypeId: 1 } });
    }
  });

  test.each(["application/x-www-form-urlencoded", "text/plain", "application/json"])(
    "an absent body may be called %s",
    async (type) => {
      const { customerSourceId } = system.otherPartner;
      await system.context.db.query({
        text: `update customer_source set policies = '{"defaultResponseTypeId": 1}' where id = $1`,
        values: [customerSourceId],
      });
      const [place = ""] = await addPlaces(system, 1, `none-${type}`, system.otherPartner);
      const token = await system.token(system.otherPartner);
      const headers = { "content-type": type, "content-length": "0" };
      expect((await system.request({ method: "POST", path: path(place), token, headers })).status).toBe(201);
    },
  );

  test.each([
    ["a byte order mark", "application/json", "\ufeff"],
    ["a charset", "application/json; charset=utf-8", ""],
    ["a type in capitals", "APPLICATION/JSON", ""],
    ["a type that is JSON below", "application/vnd.api+json", ""],
  ])("tolerates %s", async (title, type, before) => {
    const [place = ""] = await addPlaces(system, 1, title);
    const answer = await system.request({
      method: "POST",
      path: path(place),
      headers: { "content-type": type },
      body: `${before}{"responseTypeId": 1}`,
    });
    expect(answer.status).toBe(201);
  });

  test("tolerates a trailing and a doubled slash, unknown members, and empty optional members", async () => {
    const [one = "", two = ""] = await addPlaces(system, 2, "lenient");
    const body = {
      responseTypeId: 1,
      calloutClassificationId: "",
      installerIdentifier: "",
      surprise: { deep: [1] },
    };
    expect((await system.request({ method: "POST", path: `${path(one)}/`, body })).status).toBe(201);
    expect(
      (
        await system.request({
          method: "POST",
          path: path(two).replace("/externalRef", "//externalRef"),
          body,
        })
      ).status,
    ).toBe(201);
  });

  test("is answered again under its Idempotency-Key however the path is spelt", async () => {
    const [place = ""] = await addPlaces(system, 1, "spelt");
    const headers = { "idempotency-key": "spelt" };
    const raise = (spelling: string) =>
      system.request({ method: "POST", path: spelling, body: { responseTypeId: 1 }, headers });
    const first = await raise(path(place));
    expect(first.status).toBe(201);
    for (const spelling of [`${path(place)}/`, `/${path(place)}`, path(place).replace("spelt", "%73pelt")])
      expect(await raise(spelling)).toMatchObject({ status: 201, text: first.text });
  });

  test("is answered again, byte for byte, under the same Idempotency-Key", async () => {
    const [place = ""] = await addPlaces(system, 1, "keyed");
    const request = {
      method: "POST",
      path: path(place),
      body: { responseTypeId: 1 },
      headers: { "idempotency-key": "k-1" },
    } as const;
    const first = await system.request(request);
    const second = await system.request(request);
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
  });
});
