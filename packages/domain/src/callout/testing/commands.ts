import fc from "fast-check";
import { controllerActs } from "./controller-acts.ts";
import { integratorActs } from "./integrator-acts.ts";
import { responderActs } from "./responder-acts.ts";
import { TimePasses } from "./time-passes.ts";

const timePasses = fc
  .record({ fit: fc.shuffledSubarray([1, 2, 3]), deadlines: fc.integer({ min: 1, max: 3 }) })
  .map(({ fit, deadlines }) => new TimePasses(fit, deadlines));

/** Time and responders get a word in more often: else most callouts would end before anybody went. */
export const commands = [
  timePasses,
  timePasses,
  responderActs,
  responderActs,
  controllerActs,
  integratorActs,
];
