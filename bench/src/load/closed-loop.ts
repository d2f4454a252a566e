import { Connection } from "./connection.ts";
import { Latencies } from "./latencies.ts";

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers with another status than the expected one. */
  readonly unexpected: number;
}

export interface Load {
  readonly port: number;
  readonly seconds: number;
  readonly expected: number;
  /** The whole next request, ready to send. */
  readonly next: () => string;
}

/** Each connection sends its next request as soon as the answer to the last one is here. */
export async function closedLoop(load: Load & { readonly connections: number }): Promise<LoadResult> {
  const latencies = new Latencies();
  let unexpected = 0;
  const connections = await Promise.all(
    Array.from({ length: load.connections }, () => Connection.open(load.port)),
  );
  const startedAt = performance.now();
  const endsAt = startedAt + load.seconds * 1000;
  const client = async (connection: Connection): Promise<void> => {
    for (let sentAt = performance.now(); sentAt < endsAt; sentAt = performance.now()) {
      const status = await connection.send(load.next());
      latencies.add(performance.now() - sentAt);
      if (status !== load.expected) unexpected++;
    }
    connection.close();
  };
  await Promise.all(connections.map(client));
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    perSecond: latencies.count / seconds,
    p50: latencies.quantile(0.5),
    p99: latencies.quantile(0.99),
    unexpected,
  };
}
