/** Whether this node can raise callouts, for /readyz and whoever balances load by it. */
export interface Readiness {
  /** Why no callout can be raised here just now, fit for strangers; null when one can. */
  obstacle(): Promise<string | null>;
  /** Not ready, for this reason, until the returned function is called. */
  hold(reason: string): () => void;
}

/** @param probe what stands in the way outside this process; asked once however many ask at the same time */
export function createReadiness(probe: () => Promise<string | null>): Readiness {
  const holds = new Set<{ readonly reason: string }>();
  let probing: Promise<string | null> | null = null;
  const probeOnce = (): Promise<string | null> => {
    probing ??= probe().finally(() => {
      probing = null;
    });
    return probing;
  };
  return {
    async obstacle() {
      const [held] = holds;
      return held ? held.reason : probeOnce();
    },
    hold(reason) {
      const held = { reason };
      holds.add(held);
      return () => {
        holds.delete(held);
      };
    },
  };
}
