import type { Log } from "../telemetry/log.ts";
import type { Database } from "./database.ts";

const channel = "callouts_changed";
/** Other nodes hear of changes at most this often; a NOTIFY a change would only say the same again. */
const quietMilliseconds = 20;

/**
 * "Some callout has changed: look." Heard in this process at once, in others within milliseconds. It carries nothing and
 * promises nothing: whoever follows changes reads them from the database, and looks from time to time without it too.
 *
 * The NOTIFY goes out after the commit, on its own: inside the transaction it would make all commits of the installation
 * wait for each other.
 */
export interface ChangeSignal {
  signal(): void;
  /** @returns ends the subscription */
  subscribe(hear: () => void): () => void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createChangeSignal(db: Database, log: Log): ChangeSignal {
  const hearers = new Set<() => void>();
  const announce = (): void => {
    for (const hear of hearers) hear();
  };
  const listener = db.listener({ channel, onNotification: announce, onListening: announce });
  let quiet: NodeJS.Timeout | null = null;

  function notifyOthers(): void {
    quiet = null;
    db.query({ text: `notify ${channel}` }).catch((error: unknown) => {
      log.debug({ err: error }, "other nodes could not be told of a change; they look by themselves");
    });
  }

  return {
    signal() {
      announce();
      quiet ??= setTimeout(notifyOthers, quietMilliseconds).unref();
    },
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    start: () => listener.start(),
    async stop() {
      if (quiet) clearTimeout(quiet);
      await listener.stop();
    },
  };
}
