import { addResponder, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const signIn = (login: string, pin: string) =>
  system.request({ method: "POST", path: "/responder/v1/sessions", token: null, body: { login, pin } });

describe("429", () => {
  test("after ten wrong PINs in 15 minutes, for that login alone, and not for longer", async () => {
    const one = await addResponder(system);
    const other = await addResponder(system);
    for (let time = 0; time < 10; time++) {
      // the case of the login is no way round
      const login = time % 2 === 0 ? one.login : one.login.toUpperCase();
      expect((await signIn(login, "0000")).status).toBe(401);
    }
    const refused = await signIn(one.login, one.pin);
    expect(refused).toMatchObject({
      status: 429,
      headers: { "x-error-code": "too-many-attempts", "retry-after": "900" },
    });
    expect((await signIn(other.login, other.pin)).status).toBe(201);
    system.clock.advance({ minutes: 15 });
    expect((await signIn(one.login, one.pin)).status).toBe(201);
  });
});
