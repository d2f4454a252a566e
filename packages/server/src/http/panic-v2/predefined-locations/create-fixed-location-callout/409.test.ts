import { addPlaces, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

function raise(reference: string, key: string, responseTypeId = 1) {
  return system.request({
    method: "POST",
    path: `/panic-api/v2/predefinedLocations/externalRef/${reference}/callouts`,
    body: { responseTypeId },
    headers: { "idempotency-key": key },
  });
}

describe("409", () => {
  test("an Idempotency-Key that was used for another body or another place", async () => {
    const [one = "", two = ""] = await addPlaces(system, 2, "reuse");
    expect((await raise(one, "k")).status).toBe(201);
    for (const answer of [await raise(one, "k", 2), await raise(two, "k")]) {
      expect(answer.status).toBe(409);
      expect(answer.headers["x-error-code"]).toBe("idempotency-key-reused");
    }
  });

  test("an Idempotency-Key whose first request is still in flight; after it, the stored answer", async () => {
    const [place = ""] = await addPlaces(system, 1, "flight");
    const first = await system.context.db.transaction(async (tx) => {
      // a place that is just being deleted keeps a raise waiting
      await tx.query({
        text: "select from fixed_location where external_reference_id = 'flight-1' for update",
      });
      const waiting = raise(place, "same");
      await untilSomebodyWaits(system);
      const second = await raise(place, "same");
      expect(second.status).toBe(409);
      expect(second.headers["x-error-code"]).toBe("idempotency-key-in-use");
      return { waiting };
    });
    const created = await first.waiting;
    expect(created.status).toBe(201);
    expect((await raise(place, "same")).text).toBe(created.text);
    const [row] = await system.context.db.query<{ repeats: number }>({
      text: "select repeats from callout where external_reference_id = 'flight-1'",
    });
    expect(row?.repeats).toBe(0);
  });
});
