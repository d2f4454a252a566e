import { expect, test } from "vitest";
import { readEnvironment } from "./env.ts";

test("takes the variables it knows, without the white space around them", () => {
  expect(readEnvironment({ TOCSIN_PORT: " 8081\n", PATH: "/bin", TOCSIN_UNKNOWN: "1" })).toEqual({
    TOCSIN_PORT: "8081",
  });
});

test("a blank variable counts as absent", () => {
  expect(readEnvironment({ TOCSIN_DATA: "", TOCSIN_HOST: "  " })).toEqual({});
});
