import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { taken } from "../testing/visits.ts";

const system = useSystem();

test.each([{ notes: 7 }, { notes: "x".repeat(4097) }, { notes: "\0" }])("%#", async (body) => {
  const { app, path } = await taken(system);
  await app.post(`${path}/arrive`);
  expect(await app.post(`${path}/complete`, body)).toMatchObject({
    status: 400,
    body: { errors: [{ field: "notes" }] },
  });
});
