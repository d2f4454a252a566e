import fc from "fast-check";
import { controllerActs } from "./controller-acts.ts";
import { integratorActs } from "./integrator-acts.ts";
import type { Model } from "./model.ts";
import { responderActs } from "./responder-acts.ts";
import { timePasses } from "./time-passes.ts";
import type { World } from "./world.ts";

const time = fc
  .record({ fit: fc.shuffledSubarray([1, 2, 3]), deadlines: fc.integer({ min: 1, max: 3 }) })
  .map(({ fit, deadlines }) => timePasses(fit, deadlines));

/** Time and responders get a word in more often: else most callouts would end before anybody went. */
export const commands: fc.Arbitrary<fc.Command<Model, World>>[] = [
  time,
  time,
  responderActs,
  responderActs,
  controllerActs,
  integratorActs,
];
