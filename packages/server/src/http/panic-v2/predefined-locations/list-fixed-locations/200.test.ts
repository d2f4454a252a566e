import { addCustomers, addPlaces, useSystem } from "@tocsin/testkit";
import { fixedLocationList } from "@tocsin/wire";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

describe("200", () => {
  test("is an empty array for a tenant without locations", async () => {
    const answer = await system.request({ method: "GET", path });
    expect(answer).toMatchObject({ status: 200, text: "[]" });
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
  });

  test("is everything without a limit, ordered by id, also when that is thousands", async () => {
    await addPlaces(system, 2_500, "many", system.otherPartner);
    const token = await system.token(system.otherPartner);
    const answer = await system.request({ method: "GET", path, token });
    expect(answer.status).toBe(200);
    expect(answer.headers.link).toBeUndefined();
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    const locations = fixedLocationList.parse(answer.body);
    expect(locations.map(({ externalReferenceId }) => externalReferenceId)).toEqual(
      Array.from({ length: 2_500 }, (_, index) => `many-${index + 1}`),
    );
    expect(locations.map(({ id }) => id)).toEqual(locations.map(({ id }) => id).toSorted((a, b) => a - b));
  });

  test("shows each location as its own address does", async () => {
    const body = {
      externalReferenceId: "same",
      name: "x",
      latitude: "1.50",
      longitude: 2,
      calloutLocationTypeId: 1,
    };
    const created = await system.request({ method: "POST", path, body });
    const [listed] = (await system.request({ method: "GET", path: `${path}?externalReferenceId=same` })).body;
    expect(listed).toEqual(created.body);
  });

  test("filters by reference, customer and time of change; an empty filter is none", async () => {
    const [customerId] = await addCustomers(system, 1);
    const create = async (externalReferenceId: string, more = {}) => {
      const body = { externalReferenceId, locationIdentifier: "x", latitude: 1, longitude: 1, ...more };
      return (await system.request({ method: "POST", path, body })).body;
    };
    const old = await create("f/1 +%");
    system.clock.advance({ hours: 1 });
    const since = system.clock.now().toString();
    const theirs = await create("f-2", { customerId });
    const list = async (parameters: Record<string, string>) => {
      const { body } = await system.request({
        method: "GET",
        path: `${path}?${new URLSearchParams(parameters).toString()}`,
      });
      return body.map(({ id }: { id: number }) => id);
    };
    expect(await list({ externalReferenceId: "f/1 +%" })).toEqual([old.id]);
    expect(await list({ customerId: String(customerId) })).toEqual([theirs.id]);
    expect(await list({ updatedSince: since })).toEqual([theirs.id]);
    expect(await list({ updatedSince: "2026-01-15T11:00:00+02:00" })).toEqual([theirs.id]);
    expect(await list({ customerId: "999999" })).toEqual([]);
    expect(
      await list({ externalReferenceId: "", customerId: "", updatedSince: "", limit: "", cursor: "" }),
    ).toContain(old.id);
  });

  test("with a limit leads on by a Link header, as long as there is more", async () => {
    await addPlaces(system, 3, "paged");
    const first = await system.request({ method: "GET", path: `${path}?limit=1000` });
    expect(first.headers.link).toBeUndefined();
    const exact = await system.request({ method: "GET", path: `${path}?limit=${first.body.length}` });
    expect(exact.body).toEqual(first.body);
    expect(exact.headers.link).toBeUndefined();
    const less = await system.request({ method: "GET", path: `${path}?limit=${first.body.length - 1}` });
    expect(less.headers.link).toMatch(
      /^<https:\/\/tocsin\.test\/panic-api\/v2\/predefinedLocations\?limit=\d+&cursor=\w+>; rel="next"$/,
    );
  });

  test("is never another tenant's, with a cursor of theirs neither", async () => {
    const theirs = await system.request({
      method: "GET",
      path: `${path}?limit=1`,
      token: await system.token(system.otherPartner),
    });
    const cursor = new URL(String(theirs.headers.link).slice(1).split(">")[0] ?? "").searchParams.get(
      "cursor",
    );
    const { body } = await system.request({ method: "GET", path: `${path}?cursor=${cursor}` });
    expect(
      body.every(
        ({ customerSourceId }: { customerSourceId: number }) =>
          customerSourceId === system.partner.customerSourceId,
      ),
    ).toBe(true);
  });
});
