import type { Command } from "fast-check";
import { expect } from "vitest";
import type { CalloutEvent } from "../events.ts";
import { checkAccepted, checkWorld } from "./invariants.ts";
import { expectedPhase, type Model } from "./model.ts";
import type { World } from "./world.ts";

/** What somebody tries: the event, whether the contract allows it, and what to note on the sheet of paper when it does. */
export interface Attempt {
  readonly event: CalloutEvent;
  readonly isLegal: boolean;
  readonly note: () => void;
}

/** One deed of one person. It is always tried: being refused is an answer too. */
export function act(name: string, attempt: (model: Model, world: World) => Attempt): Command<Model, World> {
  return {
    check: () => true,
    run(model, world) {
      tryIt(name, attempt(model, world), model, world);
    },
    toString: () => name,
  };
}

function tryIt(name: string, { event, isLegal, note }: Attempt, model: Model, world: World): void {
  const before = world.load();
  const phase = expectedPhase(model);
  const decision = world.apply(event);
  expect([name, decision.ok, decision.ok ? phase : decision.phase]).toEqual([name, isLegal, phase]);
  if (decision.ok) {
    note();
    checkAccepted(before, event, decision, world.now);
  }
  expect(world.state?.phase).toBe(expectedPhase(model));
  checkWorld(world);
}
