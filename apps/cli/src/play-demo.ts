import type { Companion } from "@tocsin/server/operator";
import { startSimulation } from "@tocsin/simulator";

/** The demo's responders at work, through the node's public address, as long as the node runs. */
export const playDemo: Companion = ({ address, demoFleet, context }) => {
  if (!demoFleet) return null;
  const { responders, speed } = demoFleet;
  return startSimulation({
    address,
    people: responders,
    // another day at every start
    seed: Date.now(),
    speed,
    onTrouble: ({ login, error }) =>
      context.log.debug({ err: error, login }, "a simulated responder has trouble and goes on"),
  });
};
