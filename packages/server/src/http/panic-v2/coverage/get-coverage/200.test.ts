import { addResponders, useSystem } from "@tocsin/testkit";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { demoClient, seedDemo, seedDemoCoverage } from "../../../../demo/index.ts";
import { as } from "../../../control/testing/as.ts";
import { box } from "../../../control/testing/geometry.ts";
import { readKml } from "../testing/read-kml.ts";

const system = useSystem({ demo: true });
const path = "/panic-api/v2/coverage";
let supplierId = 0;

beforeAll(async () => {
  const [responder] = await addResponders(system, 1);
  supplierId = responder?.supplierId ?? 0;
});

async function draw(responseTypeId: number, name: string, geometry: object): Promise<number> {
  const body = { supplierId, responseTypeId, name, geometry };
  const { status, body: area } = await as(system, "supervisor", "POST", "/coverage-areas", body);
  expect(status).toBe(201);
  return area.id;
}

async function read(responseTypeId: number, token?: string) {
  const answer = await system.request({
    method: "GET",
    path: `${path}/${responseTypeId}`,
    ...(token === undefined ? {} : { token }),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/vnd.google-earth.kml+xml");
  return readKml(answer.text);
}

describe("200 is KML 2.2", () => {
  test("with no placemark where nothing is drawn", async () => {
    expect(await read(4)).toEqual([]);
  });

  test("with a placemark for each polygon, holes as inner boundaries, longitude first", async () => {
    const [square] = box(27, -27, 29, -25).coordinates;
    const [hole] = box(28, -26.5, 28.5, -26).coordinates;
    const [far] = box(18, -34, 19, -33).coordinates;
    const id = await draw(1, "Two cities", { type: "MultiPolygon", coordinates: [[square, hole], [far]] });
    expect(await read(1)).toEqual([
      { id: `area-${id}-1`, name: "Two cities", polygons: [[square, hole]] },
      { id: `area-${id}-2`, name: "Two cities", polygons: [[far]] },
    ]);
    expect(await read(2)).toEqual([]);
  });

  test("cut at the antimeridian: one placemark with the parts on both sides", async () => {
    await draw(2, "Fiji", box(177, -20, 182, -15));
    const [fiji] = await read(2);
    expect(fiji?.polygons).toHaveLength(2);
    const longitudes = fiji?.polygons.map(([ring = []]) => ring.map(([longitude]) => longitude));
    expect(longitudes?.map((each) => [Math.min(...each), Math.max(...each)])).toEqual([
      [177, 180],
      [-180, -178],
    ]);
  });

  test("whatever an area is called, and however small its numbers are", async () => {
    const name = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
    const sayable = name.filter((text) => text.trim() !== "" && !text.includes("\0") && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(sayable, async (text) => {
        const id = await draw(3, text, box(-1e-7, -1e-7, 1e-7, 1e-7));
        const [placemark] = await read(3);
        // what XML can't write is replaced, one for one
        const readable = text.replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, "\uFFFD");
        expect(placemark?.name).toBe(readable);
        expect(placemark?.polygons[0]?.[0]?.[0]).toEqual([-1e-7, -1e-7]);
        await as(system, "supervisor", "DELETE", `/coverage-areas/${id}`);
      }),
      { numRuns: 40, examples: [["</name>"], ["]]> & <b> \"'"], ["\r\n\t\u0001\uFFFE😀"]] },
    );
  });

  test("page after page, where there are many areas of ten thousand positions", async () => {
    const corners = Array.from({ length: 9_999 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 9_999;
      return [28 + Math.cos(angle), -26 + Math.sin(angle)];
    });
    const geometry = { type: "Polygon", coordinates: [[...corners, ...corners.slice(0, 1)]] };
    for (let count = 0; count < 11; count++) await draw(4, `Large ${count}`, geometry);
    const placemarks = await read(4);
    expect(placemarks.map(({ name }) => name)).toEqual(
      Array.from({ length: 11 }, (_, count) => `Large ${count}`),
    );
    for (const { polygons } of placemarks) expect(polygons[0]?.[0]).toHaveLength(10_000);
  });

  test("with the demo's areas for the demo's tenant alone, whose places they cover", async () => {
    await seedDemo(system.context);
    expect(await seedDemoCoverage(system.context)).toBe(true);
    expect(await seedDemoCoverage(system.context)).toBe(false);
    await system.drain();
    const { accessToken } = await system.context.tokens.issue(demoClient.clientId, demoClient.clientSecret);
    const namesOf = async (responseTypeId: number, token?: string) =>
      (await read(responseTypeId, token)).map(({ name }) => name);
    for (const responseTypeId of [1, 2]) {
      expect(await namesOf(responseTypeId, accessToken)).toEqual(
        expect.arrayContaining(["Johannesburg", "Cape Town"]),
      );
      expect(await namesOf(responseTypeId)).not.toContain("Johannesburg");
    }
    const places = await system.request({
      method: "GET",
      path: "/panic-api/v2/predefinedLocations",
      token: accessToken,
    });
    expect(places.body).toHaveLength(20);
    for (const place of places.body)
      expect(place).toMatchObject({
        securityCoverage: true,
        medicalCoverage: true,
        inCoverageLastCheckedAt: "2026-01-15T08:00:00.000Z",
      });
  });
});
