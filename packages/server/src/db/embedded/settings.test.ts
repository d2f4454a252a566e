import { expect, test } from "vitest";
import { serverSettings } from "./settings.ts";

const GIBIBYTE = 1024 ** 3;

test.for([
  [0.2, "32MB"],
  [0.5, "64MB"],
  [1, "128MB"],
  [2, "256MB"],
  [64, "256MB"],
] as const)("with %d GiB of memory PostgreSQL shares %s of it", ([gibibytes, expected]) => {
  expect(serverSettings("any", gibibytes * GIBIBYTE)["shared_buffers"]).toBe(expected);
});
