import { Latencies } from "../load/latencies.ts";

const everyMilliseconds = 20;

export interface Meanwhile {
  readonly seconds: number;
  /** Milliseconds. */
  readonly raiseP50: number;
  readonly raiseP99: number;
}

/** Raises fifty times a second while `work` goes on; each counts from when it was meant to leave. */
export async function raiseMeanwhile(
  address: string,
  token: string,
  work: () => Promise<void>,
): Promise<Meanwhile> {
  const latencies = new Latencies();
  const raises: Promise<void>[] = [];
  const raise = async (): Promise<void> => {
    const began = performance.now();
    const path = "/panic-api/v2/predefinedLocations/externalRef/STORE-001/callouts";
    const response = await fetch(address + path, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ responseTypeId: 2 }),
    });
    if (response.status !== 200 && response.status !== 201)
      throw new Error(`a raise was answered ${response.status}`);
    await response.arrayBuffer();
    latencies.add(performance.now() - began);
  };
  const timer = setInterval(() => raises.push(raise()), everyMilliseconds);
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(timer);
  await Promise.all(raises);
  return { seconds, raiseP50: latencies.quantile(0.5), raiseP99: latencies.quantile(0.99) };
}
