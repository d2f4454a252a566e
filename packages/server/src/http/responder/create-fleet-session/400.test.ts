import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/responder/v1/fleet/sessions";

describe("400", () => {
  test.each([
    ["neither", {}, ["supplierId", "secret"]],
    ["text for the id", { supplierId: "501", secret: "x" }, ["supplierId"]],
    ["no secret", { supplierId: 501, secret: "" }, ["secret"]],
  ])("%s", async (_title, body, fields) => {
    const answer = await system.request({ method: "POST", path, token: null, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });
});
