import { addResponder, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { updateResponder, updateSupplier } from "../../../responders/index.ts";

const system = useSystem();
const by = { kind: "installation", id: null, name: null } as const;
const signIn = (login: string, pin: string) =>
  system.request({ method: "POST", path: "/responder/v1/sessions", token: null, body: { login, pin } });

describe("401", () => {
  test("an unknown login and a wrong PIN, in the same words", async () => {
    const { login } = await addResponder(system);
    const answers = [await signIn("nobody", "2468"), await signIn(login, "9999"), await signIn(login, "")];
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers[0]?.headers["x-error-code"]).toBe("unauthorized");
  });

  test("whoever was disabled, alone or with the supplier, and whoever is signed in is out at once", async () => {
    const one = await addResponder(system);
    const other = await addResponder(system);
    const tokens = [await one.token(), await other.token()];
    await updateResponder(system.context, by, one.responderId, { disabled: true });
    await updateSupplier(system.context, by, other.supplierId, { disabled: true });
    for (const { login, pin } of [one, other]) expect((await signIn(login, pin)).status).toBe(401);
    for (const token of tokens)
      expect((await system.request({ method: "GET", path: "/responder/v1/state", token })).status).toBe(401);
    await updateResponder(system.context, by, one.responderId, { disabled: false });
    expect((await signIn(one.login, one.pin)).status).toBe(201);
  });

  test("the PIN of before, once it was changed; and its sessions end", async () => {
    const one = await addResponder(system);
    const token = await one.token();
    await updateResponder(system.context, by, one.responderId, { pin: "13579" });
    expect((await signIn(one.login, one.pin)).status).toBe(401);
    expect((await signIn(one.login, "13579")).status).toBe(201);
    expect((await system.request({ method: "GET", path: "/responder/v1/state", token })).status).toBe(401);
  });
});
