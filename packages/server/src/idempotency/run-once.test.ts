import { addPlaces, type TestResponse, useSystem } from "@tocsin/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";

const system = useSystem();

function create(key: string, externalReferenceId: string): Promise<TestResponse> {
  return system.request({
    method: "POST",
    path: "/panic-api/v2/predefinedLocations",
    headers: { "idempotency-key": key },
    body: { externalReferenceId, locationIdentifier: "x", latitude: 1, longitude: 2 },
  });
}

async function storedKeys(): Promise<string[]> {
  const rows = await system.context.db.query<{ key: string }>({
    text: "select key from idempotency_key order by key",
  });
  return rows.map(({ key }) => key);
}

test("a key is remembered for 24 hours, and then it is new again", async () => {
  expect((await create("day", "day-1")).status).toBe(201);
  system.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
  expect((await create("day", "day-1")).status).toBe(201);
  expect((await create("day", "day-2")).headers["x-error-code"]).toBe("idempotency-key-reused");
  system.clock.advance({ seconds: 1 });
  // the same request anew: now the reference is taken
  expect((await create("day", "day-1")).headers["x-error-code"]).toBe("reference-taken");
});

test("what is forgotten does not stay behind", async () => {
  for (const key of ["old-1", "old-2", "old-3"]) await create(key, key);
  system.clock.advance({ hours: 24 });
  await create("new-1", "new-1");
  await create("new-2", "new-2");
  expect(await storedKeys()).toEqual(["new-1", "new-2"]);
});

test("a clock that was set back forgets nothing", async () => {
  const first = await create("back", "back");
  system.clock.advance({ hours: -1 });
  expect(await create("back", "back")).toMatchObject({ status: 201, text: first.text });
  system.clock.advance({ hours: 1 });
});

test("whatever is sent in whatever order, one key is one effect and one answer", async () => {
  const [place = ""] = await addPlaces(system, 1, "same");
  const request = fc.record({
    key: fc.integer({ min: 1, max: 3 }),
    responseTypeId: fc.constantFrom(1, 2, 77),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 8 }), async (requests) => {
      run++;
      const first = new Map<string, { readonly asked: number; readonly told: string }>();
      for (const { key, responseTypeId } of requests) {
        const name = `${run}-${key}`;
        const answer = await system.request({
          method: "POST",
          path: `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`,
          headers: { "idempotency-key": name },
          body: { responseTypeId },
        });
        const known = first.get(name) ?? { asked: responseTypeId, told: answer.text };
        first.set(name, known);
        const told = answer.status === 409 ? "another request" : answer.text;
        expect(told).toBe(known.asked === responseTypeId ? known.told : "another request");
      }
    }),
    { numRuns: 25 },
  );
});
