import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Arrivals, Order } from "./receiver.ts";

const path = fileURLToPath(new URL("receiver.ts", import.meta.url));

/** The bench's end of the receiver. */
export interface ReceiverProcess {
  readonly port: number;
  /** Whether paths that begin with /hang are left without an answer. */
  hang(on: boolean): void;
  /** What arrived since the last call. */
  arrivals(): Promise<Arrivals>;
  end(): void;
}

export async function startReceiver(): Promise<ReceiverProcess> {
  const child: ChildProcess = fork(path);
  const tell = (order: Order): void => void child.send(order);
  const answer = async <T>(): Promise<T> => ((await once(child, "message")) as [T])[0];
  const port = await answer<number>();
  return {
    port,
    hang: (on) => tell({ kind: "hang", on }),
    arrivals() {
      const arrivals = answer<Arrivals>();
      tell({ kind: "report" });
      return arrivals;
    },
    end: () => void child.kill(),
  };
}
