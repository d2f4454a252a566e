import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { look } from "../../testing/callouts.ts";

const system = useSystem();

test.each(["abc", "0", "-1", "1.5", "9007199254740992"])("calloutId %s is no id", async (id) => {
  const answer = await look(system, `/callouts/${id}`);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "calloutId" }] } });
});
