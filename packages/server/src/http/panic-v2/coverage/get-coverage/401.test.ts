import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("401 without a token, also for a response type that there is none of", async () => {
  for (const id of ["1", "999", "x"]) {
    const path = `/panic-api/v2/coverage/${id}`;
    expect((await system.request({ method: "GET", path, token: null })).status).toBe(401);
  }
});
