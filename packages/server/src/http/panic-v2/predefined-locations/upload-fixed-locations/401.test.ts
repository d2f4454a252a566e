import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { upload } from "../testing/upload.ts";

const system = useSystem();

test("401 without a token, before the form is looked at", async () => {
  expect((await upload(system, { token: null, file: null })).status).toBe(401);
  expect((await upload(system, { token: "x", file: null })).status).toBe(401);
});
