import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { matchesPin } from "./pin-hash.ts";

const system = useSystem();

test("A whole shift signs in at once, and whoever taps twice is no guesser", async () => {
  const shift = await addResponders(system, 20);
  const taps = [...shift, ...shift];
  const sessions = await Promise.all(
    taps.map(({ login, pin }) => system.context.responderSignIn.signIn(login, pin)),
  );
  expect(sessions.map(({ responderId }) => responderId)).toEqual(taps.map(({ responderId }) => responderId));
});

test("Comparing with nobody's PIN is never right", async () => {
  expect(await matchesPin(null, "1234")).toBe(false);
  expect(await matchesPin(null, "")).toBe(false);
});
