import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raise } from "../../testing/callouts.ts";
import { putUnderDuress } from "../../testing/duress.ts";

const system = useSystem();

test("a callout under duress leads the queue until it is cleared", async () => {
  const earlier = await raise(system, { responseTypeId: 2 });
  system.clock.advance({ seconds: 1 });
  const forced = await raise(system);
  await putUnderDuress(system, forced);
  const order = async () =>
    (await look(system, "/callouts")).body.callouts.map(({ id, duress }: { id: number; duress: boolean }) => [
      id,
      duress,
    ]);
  expect(await order()).toEqual([
    [forced, true],
    [earlier, false],
  ]);
  const cleared = await act(system, forced, "clear-duress", { reason: "Spoke to her: she mistyped." });
  expect(cleared).toMatchObject({ status: 200, body: { duress: false } });
  expect(await order()).toEqual([
    [earlier, false],
    [forced, false],
  ]);
});
