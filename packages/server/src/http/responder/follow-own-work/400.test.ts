import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { free } from "../testing/at-work.ts";

const system = useSystem();

test("400: an id that is none", async () => {
  const { responder } = await free(system);
  const answer = await system.request({
    method: "GET",
    path: "/responder/v1/stream",
    token: await responder.token(),
    headers: { "last-event-id": "yesterday" },
  });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "Last-Event-ID" }] } });
});
