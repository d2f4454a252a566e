import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test.each([undefined, {}, { classificationId: 3 }, { classificationId: "1" }])(
  "%j is no verdict",
  async (body) => {
    const answer = await act(system, await raise(system), "verify", body);
    expect(answer).toMatchObject({ status: 400, headers: { "x-error-code": "invalid-request" } });
  },
);
