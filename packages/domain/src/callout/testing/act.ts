import type { Command } from "fast-check";
import { expect } from "vitest";
import type { CalloutEvent } from "../events.ts";
import { checkAccepted, checkWorld } from "./invariants.ts";
import { expectedPhase, type Model } from "./model.ts";
import type { World } from "./world.ts";

/** What somebody tries: the event, whether the contract allows it, and what it means on the sheet of paper. */
export interface Attempt {
  readonly event: CalloutEvent;
  readonly isLegal: boolean;
  readonly note: () => void;
}

/** One deed of one person. It is always tried: being refused is an answer too. */
export class Act implements Command<Model, World> {
  readonly #name: string;
  readonly #attempt: (model: Model, world: World) => Attempt;

  constructor(name: string, attempt: (model: Model, world: World) => Attempt) {
    this.#name = name;
    this.#attempt = attempt;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, world: World): void {
    const { event, isLegal, note } = this.#attempt(model, world);
    const before = world.load();
    const phase = expectedPhase(model);
    const decision = world.apply(event);
    expect([this.#name, decision.ok, decision.ok ? phase : decision.phase]).toEqual([
      this.#name,
      isLegal,
      phase,
    ]);
    if (decision.ok) {
      note();
      checkAccepted(before, event, decision, world.now);
    }
    expect(world.state?.phase).toBe(expectedPhase(model));
    checkWorld(world);
  }

  toString(): string {
    return this.#name;
  }
}
