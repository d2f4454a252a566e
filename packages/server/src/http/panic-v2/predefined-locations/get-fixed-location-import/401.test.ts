import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("401 without a token", async () => {
  for (const id of ["1", "x"]) {
    const path = `/v1/predefinedlocations/imports/${id}`;
    expect((await system.request({ method: "GET", path, token: null })).status).toBe(401);
  }
});
