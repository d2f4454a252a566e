import { useSystem } from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();
let supplierId = 0;
beforeAll(async () => {
  supplierId = (await as(system, "supervisor", "POST", "/suppliers", { name: "Swift Response" })).body.id;
});

test.each([
  [{ supplierId: 999_999 }, "supplierId must be the id of a supplier"],
  [{ name: "" }, "name must not be blank"],
  [{ login: "a b" }, "login must be 1 to 64 letters"],
  [{ pin: "123" }, "pin must be 4 to 8 digits"],
  [{ pin: "12345x" }, "pin must be 4 to 8 digits"],
  [{ responseTypes: [] }, "responseTypes must hold at least 1"],
  [{ responseTypes: [1, 1] }, "responseTypes must be one or several of 1, 2, 3, 4, each once"],
  [{ responseTypes: [9] }, "responseTypes must be one or several of"],
  [{ callSign: 7 }, "callSign must be a string"],
])("%j", async (wrong, message) => {
  const good = { supplierId, name: "Car7", login: "car7", pin: "2468", responseTypes: [1] };
  const answer = await as(system, "supervisor", "POST", "/responders", { ...good, ...wrong });
  expect(answer.status).toBe(400);
  expect(answer.body.message).toContain(message);
});
