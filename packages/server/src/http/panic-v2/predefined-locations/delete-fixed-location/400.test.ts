import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["abc", "0", "9007199254740992"])("400: %s is no id", async (id) => {
  const answer = await system.request({ method: "DELETE", path: `/panic-api/v2/predefinedLocations/${id}` });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "id" }] } });
});
