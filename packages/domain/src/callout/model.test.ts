import fc from "fast-check";
import { test } from "vitest";
import { commands } from "./testing/commands.ts";
import { startModel } from "./testing/model.ts";
import { raised } from "./testing/people.ts";
import { World } from "./testing/world.ts";

/**
 * Integrator, customer, two operators, three responders and time act on one callout, in any order. A model that knows
 * nothing of deadlines, ladders or rows says what each of them must get.
 */
test("everybody gets what the contract promises, in whatever order they act", () => {
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 60, size: "max" }), (acts) => {
      fc.modelRun(() => {
        const real = new World();
        real.apply(raised);
        return { model: startModel(), real };
      }, acts);
    }),
    { numRuns: 500 },
  );
});
