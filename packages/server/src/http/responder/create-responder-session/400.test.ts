import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/responder/v1/sessions";

describe("400", () => {
  test.each([
    ["nothing", undefined, ["body"]],
    ["neither", {}, ["login", "pin"]],
    ["a number for the PIN", { login: "ann", pin: 1234 }, ["pin"]],
    ["a blank login", { login: " ", pin: "1234" }, ["login"]],
    ["a login too long for any", { login: "x".repeat(65), pin: "1234" }, ["login"]],
  ])("%s", async (_title, body, fields) => {
    const answer = await system.request({ method: "POST", path, token: null, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });
});
