import { addPlaces, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

async function raise(reference: string) {
  const path = `/panic-api/v2/predefinedLocations/externalRef/${reference}/callouts`;
  return system.request({ method: "POST", path, body: { responseTypeId: 1 } });
}

describe("404", () => {
  test("unknown, deleted and another tenant's reference get the same words", async () => {
    await addPlaces(system, 1, "deleted");
    await system.context.db.query({ text: "update fixed_location set deleted_at = now()" });
    await addPlaces(system, 1, "foreign", system.otherPartner);
    for (const reference of ["unknown-1", "deleted-1", "foreign-1"]) {
      const answer = await raise(reference);
      expect(answer.status).toBe(404);
      expect(answer.headers["x-error-code"]).toBe("not-found");
      expect(answer.body).toEqual({
        message: `Fixed location with externalReferenceId "${reference}" was not found.`,
      });
    }
  });
});
