import type { Command } from "fast-check";
import { expect } from "vitest";
import type { DeadlineKind } from "../deadline.ts";
import type { CalloutEvent } from "../events.ts";
import { checkAccepted, checkWorld } from "./invariants.ts";
import { dropOffer, end, expectedPhase, type Model } from "./model.ts";
import { candidates } from "./people.ts";
import { dawn, type World } from "./world.ts";

/**
 * The clock moves on to the next deadlines, one after the other, and each does what it is for.
 * @param fit the responders whom ranking finds fit, best first
 */
export function timePasses(fit: readonly number[], deadlines: number): Command<Model, World> {
  return {
    check: (model) => model.ended !== "closed",
    run(model, world) {
      for (let fired = 0; fired < deadlines; fired++) fireNext(fit, model, world);
    },
    toString: () => `time passes to ${deadlines} deadlines, fit: ${fit.join(" ")}`,
  };
}

function fireNext(fit: readonly number[], model: Model, world: World): void {
  const next = world.earliestDeadline();
  expect(next === null).toBe(model.ended === "closed");
  if (!next) return;
  if (Temporal.Instant.compare(next.dueAt, world.now) > 0) world.now = next.dueAt;
  const before = world.load();
  const event = eventOf(next.kind, fit, model, world);
  const decision = world.apply(event);
  expect(decision).toMatchObject({ ok: true });
  if (!decision.ok) return;
  noteFired(next.kind, model, world);
  checkAccepted(before, event, decision, world.now);
  expect(world.state?.phase).toBe(expectedPhase(model));
  checkWorld(world);
}

function eventOf(kind: DeadlineKind, fit: readonly number[], model: Model, world: World): CalloutEvent {
  if (kind === "dispatch") {
    const free = fit.filter((id) => !model.asked.has(id) && !model.sent.has(id));
    return {
      type: "dispatchLooked",
      candidates: candidates(...free),
      offerIds: [1, 2, 3].map(() => world.nextId()),
    };
  }
  if (kind !== "progress") return { type: "deadlineDue", kind };
  const responders = [...model.sent.keys()].map((responderId) => ({
    responderId,
    positionAgeSeconds: 5,
    approachMetres: 400,
  }));
  return { type: "progressLooked", responders };
}

function noteFired(kind: DeadlineKind, model: Model, world: World): void {
  const seconds = world.now.since(dawn).total("seconds");
  if (kind === "autoClose") end(model, "closed");
  if (kind === "offerExpiry") {
    const late = [...model.asked].filter(([, { untilSeconds }]) => untilSeconds <= seconds);
    expect(late.length).toBeGreaterThan(0);
    for (const [responderId] of late) dropOffer(model, responderId);
  }
  if (kind === "dispatch") noteNewOffers(model, world, seconds);
}

/** Whom to ask is dispatching's own choice; that it never asks one who is asked or sent already is not. */
function noteNewOffers(model: Model, world: World, seconds: number): void {
  for (const { offerId, responderId, state } of world.offers.values()) {
    if (state !== "live" || model.asked.get(responderId)?.offerId === offerId) continue;
    expect(model.asked.has(responderId) || model.sent.has(responderId)).toBe(false);
    model.asked.set(responderId, { offerId, untilSeconds: seconds + world.timing.offerSeconds });
  }
}
