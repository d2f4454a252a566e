import { VirtualClock } from "@tocsin/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "../../telemetry/log.ts";
import { json, osrmTable, type RouterStub, startRouterStub, valhallaMatrix } from "../testing/router-stub.ts";
import { createEtaSource } from "./eta-source.ts";
import type { EtaSource, Router, Traveller } from "./types.ts";

const place = { latitude: -26.1, longitude: 28.05 };
const travellers: readonly Traveller[] = [
  { responderId: 7001, position: { latitude: -26.11, longitude: 28.06 } },
  { responderId: 7002, position: null },
  { responderId: 7003, position: { latitude: -26.2, longitude: 28.1 } },
];

let clock: VirtualClock;
let stub: RouterStub;
beforeAll(async () => {
  stub = await startRouterStub();
});
afterAll(() => stub.stop());
beforeEach(() => {
  clock = new VirtualClock();
  stub.asked.length = 0;
});

const source = (kind: Router["kind"], url = stub.url): EtaSource =>
  createEtaSource({ kind, url }, { clock, log: createLog("silent") });

describe("OSRM", () => {
  test("is asked for the drives of all to the place, and its seconds are taken, rounded up", async () => {
    stub.answer = osrmTable([301.2, 640]);
    expect(await source("osrm").route(place, travellers)).toEqual(
      new Map([
        [7001, 302],
        [7003, 640],
      ]),
    );
    expect(stub.asked.map(({ path }) => path)).toEqual([
      "/table/v1/driving/28.050000,-26.100000;28.060000,-26.110000;28.100000,-26.200000" +
        "?destinations=0&sources=1;2&annotations=duration",
    ]);
  });

  test("gives nothing for whom it finds no way", async () => {
    stub.answer = osrmTable([null, 640]);
    expect(await source("osrm").route(place, travellers)).toEqual(new Map([[7003, 640]]));
  });

  test("is asked for 50 at the most, the first of them", async () => {
    stub.answer = osrmTable(Array.from({ length: 100 }, () => 60));
    const many = Array.from({ length: 80 }, (_, index) => ({ responderId: index, position: place }));
    expect([...(await source("osrm").route(place, many)).keys()]).toEqual(
      Array.from({ length: 50 }, (_, index) => index),
    );
  });
});

describe("Valhalla", () => {
  test("is asked for the drives of all to the place, and its seconds are taken", async () => {
    stub.answer = valhallaMatrix([301, null]);
    expect(await source("valhalla").route(place, travellers)).toEqual(new Map([[7001, 301]]));
    expect(stub.asked.map(({ path }) => path)).toEqual(["/sources_to_targets"]);
    expect(JSON.parse(stub.asked[0]?.body ?? "")).toEqual({
      sources: [
        { lat: -26.11, lon: 28.06 },
        { lat: -26.2, lon: 28.1 },
      ],
      targets: [{ lat: -26.1, lon: 28.05 }],
      costing: "auto",
    });
  });
});

test("without a router, and with nobody to route, nobody is asked", async () => {
  const none = createEtaSource(null, { clock, log: createLog("silent") });
  expect(none.method).toBeNull();
  expect(await none.route(place, travellers)).toEqual(new Map());
  expect(await source("osrm").route(place, [{ responderId: 1, position: null }])).toEqual(new Map());
  expect(stub.asked).toEqual([]);
});

describe("a router that is ill", () => {
  test("is waited for 300 ms in all, a body that dribbles included", async () => {
    for (const dribble of [false, true]) {
      stub.answer = (_path, _body, response) => {
        if (dribble) response.writeHead(200, { "content-type": "application/json" }).write('{"code":');
      };
      const startedAt = performance.now();
      expect(await source("osrm").route(place, travellers)).toEqual(new Map());
      expect(performance.now() - startedAt).toBeLessThan(600);
    }
  });

  test.each<[string, RouterStub["answer"]]>([
    [
      "an error of its own",
      (_path, _body, response) => json(response, { code: "Ok", durations: [[1], [2]] }, 503),
    ],
    ["no JSON", (_path, _body, response) => response.end("<html>")],
    ["another code", (_path, _body, response) => json(response, { code: "NoTable" })],
    ["too few rows", (_path, _body, response) => json(response, { code: "Ok", durations: [[60]] })],
    [
      "text for seconds",
      (_path, _body, response) => json(response, { code: "Ok", durations: [["60"], [60]] }),
    ],
    [
      "time running backwards",
      (_path, _body, response) => json(response, { code: "Ok", durations: [[-1], [60]] }),
    ],
    ["nothing", (_path, _body, response) => json(response, null)],
    ["a closed connection", (_path, _body, response) => response.destroy()],
  ])(
    "gives no ETAs when it answers with %s, and is left alone after the third time",
    async (_what, answer) => {
      stub.answer = answer;
      const router = source("osrm");
      for (let attempt = 0; attempt < 5; attempt++)
        expect(await router.route(place, travellers)).toEqual(new Map());
      expect(stub.asked).toHaveLength(3);
    },
  );

  test("is tried once after 10 s, and asked as before when it is well", async () => {
    const router = source("osrm");
    const ask = async (): Promise<number> => (await router.route(place, travellers)).size;
    stub.answer = (_path, _body, response) => response.destroy();
    for (let attempt = 0; attempt < 3; attempt++) await ask();

    clock.advance({ seconds: 9 });
    await ask();
    expect(stub.asked, "still open").toHaveLength(3);
    clock.advance({ seconds: 1 });
    await Promise.all([ask(), ask(), ask()]);
    expect(stub.asked, "one finds out for all").toHaveLength(4);

    stub.answer = osrmTable([60, 60]);
    clock.advance({ seconds: 9 });
    expect(await ask(), "that one failed too: open again").toBe(0);
    clock.advance({ seconds: 1 });
    expect(await Promise.all([ask(), ask()])).toEqual([2, 0]);
    expect(await ask()).toBe(2);
  });

  test("that answers now and then is asked on: only three failures in a row count", async () => {
    const router = source("osrm");
    for (let round = 0; round < 4; round++) {
      stub.answer = (_path, _body, response) => response.destroy();
      await router.route(place, travellers);
      await router.route(place, travellers);
      stub.answer = osrmTable([60, 60]);
      expect((await router.route(place, travellers)).size).toBe(2);
    }
  });
});

test("a router that knows no road near a place is well: it says so again and again, and is asked again", async () => {
  stub.answer = (_path, _body, response) => json(response, { code: "NoSegment", message: "…" }, 400);
  const router = source("osrm");
  for (let attempt = 0; attempt < 5; attempt++)
    expect(await router.route(place, travellers)).toEqual(new Map());
  expect(stub.asked).toHaveLength(5);
});
