import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("nobody is forced", async () => {
  const answer = await act(system, await raise(system), "clear-duress", { reason: "All well." });
  expect(answer).toMatchObject({ status: 409, body: { message: expect.stringContaining("notUnderDuress") } });
});
