import type { Load, LoadResult } from "./closed-loop.ts";
import { Connection } from "./connection.ts";
import { Latencies } from "./latencies.ts";

/** Enough that an answer slower than usual delays no later request for want of a connection. */
const connectionCount = 128;

/**
 * Offers a fixed rate whatever the server does. Latency counts from the moment a request was meant to leave, so a stall
 * shows in every request it held up (no coordinated omission).
 */
export async function openLoop(load: Load & { readonly rate: number }): Promise<LoadResult> {
  const latencies = new Latencies();
  let unexpected = 0;
  const idle = await Promise.all(Array.from({ length: connectionCount }, () => Connection.open(load.port)));
  const all = [...idle];
  const due: number[] = [];
  const total = load.rate * load.seconds;
  let finished = 0;
  const { promise: done, resolve } = Promise.withResolvers<void>();

  const serve = (connection: Connection, intendedAt: number): void => {
    void connection.send(load.next()).then((status) => {
      latencies.add(performance.now() - intendedAt);
      if (status !== load.expected) unexpected++;
      finished++;
      if (finished === total) resolve();
      const next = due.shift();
      if (next === undefined) idle.push(connection);
      else serve(connection, next);
    });
  };

  const startedAt = performance.now();
  let issued = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    for (; issued < total && startedAt + (issued * 1000) / load.rate <= now; issued++) {
      const intendedAt = startedAt + (issued * 1000) / load.rate;
      const connection = idle.pop();
      if (connection) serve(connection, intendedAt);
      else due.push(intendedAt);
    }
  }, 1);
  await done;
  clearInterval(timer);
  const seconds = (performance.now() - startedAt) / 1000;
  for (const connection of all) connection.close();
  return {
    perSecond: total / seconds,
    p50: latencies.quantile(0.5),
    p99: latencies.quantile(0.99),
    unexpected,
  };
}
