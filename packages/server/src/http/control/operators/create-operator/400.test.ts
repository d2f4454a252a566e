import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();
const good = { username: "dayshift", name: "Dayshift", role: "operator", password: "a first password" };

test.each([
  [{}, "username is required"],
  [{ ...good, username: "a b" }, "username must be 1 to 64 letters"],
  [{ ...good, username: "" }, "username must be 1 to 64 letters"],
  [{ ...good, name: " " }, "name must not be blank"],
  [{ ...good, role: "owner" }, "role "],
  [{ ...good, password: "eleven char" }, "password must be 12 to 256 characters"],
  [{ ...good, password: "x".repeat(257) }, "password must be at most 256 characters"],
])("%j", async (body, message) => {
  const answer = await as(system, "admin", "POST", "/operators", body);
  expect(answer.status).toBe(400);
  expect(answer.body.message).toContain(message);
});
