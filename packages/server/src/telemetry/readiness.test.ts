import { expect, test } from "vitest";
import { createReadiness } from "./readiness.ts";

test("ready when nothing stands in the way", async () => {
  expect(await createReadiness(() => Promise.resolve(null)).obstacle()).toBeNull();
});

test("passes on what the probe found", async () => {
  expect(await createReadiness(() => Promise.resolve("No database.")).obstacle()).toBe("No database.");
});

test("a hold is the reason until it is let go, whatever the probe says", async () => {
  const readiness = createReadiness(() => Promise.resolve(null));
  const release = readiness.hold("Starting.");
  expect(await readiness.obstacle()).toBe("Starting.");
  release();
  expect(await readiness.obstacle()).toBeNull();
});

test("of two holds with the same words each is let go for itself", async () => {
  const readiness = createReadiness(() => Promise.resolve(null));
  const first = readiness.hold("Busy.");
  const second = readiness.hold("Busy.");
  first();
  first();
  expect(await readiness.obstacle()).toBe("Busy.");
  second();
  expect(await readiness.obstacle()).toBeNull();
});

test("many who ask at the same time cost one probe, and who asks later gets a new one", async () => {
  let probes = 0;
  const answers = [Promise.withResolvers<string | null>(), Promise.withResolvers<string | null>()];
  const readiness = createReadiness(() => answers[probes++]?.promise ?? Promise.resolve(null));
  const asked = [readiness.obstacle(), readiness.obstacle(), readiness.obstacle()];
  answers[0]?.resolve("Away.");
  expect(await Promise.all(asked)).toEqual(["Away.", "Away.", "Away."]);
  answers[1]?.resolve(null);
  expect(await readiness.obstacle()).toBeNull();
  expect(probes).toBe(2);
});
