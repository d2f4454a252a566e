import { Agent } from "undici";
import { Latencies } from "../load/latencies.ts";

export interface BareRun {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** The yardstick: nothing but undici posting one body again and again over so many connections. */
export async function bareLoop(
  url: string,
  body: string,
  connections: number,
  seconds: number,
): Promise<BareRun> {
  const agent = new Agent({ connections });
  const { origin, pathname: path } = new URL(url);
  const endsAt = performance.now() + seconds * 1_000;
  const latencies = new Latencies();
  const loop = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      const headers = { "content-type": "application/json" };
      const answer = await agent.request({ origin, path, method: "POST", headers, body });
      await answer.body.dump();
      latencies.add(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  await agent.close();
  return {
    perSecond: latencies.count / seconds,
    p50: latencies.quantile(0.5),
    p99: latencies.quantile(0.99),
  };
}
