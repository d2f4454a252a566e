import {
  createChangeSignal,
  createLog,
  createOutbound,
  type Database,
  nothingAllowed,
  systemClock,
  systemRandom,
} from "@tocsin/server";

/** What the server's own commands need, to set a scene by them: the machine's clock and chance, and no log. */
export function capabilitiesOf(db: Database) {
  const log = createLog("silent");
  const clock = systemClock();
  return {
    db,
    clock,
    random: systemRandom,
    log,
    changes: createChangeSignal(db, log),
    outbound: createOutbound({ allowed: nothingAllowed, clock }),
  };
}
