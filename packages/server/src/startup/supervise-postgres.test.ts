import { describe, expect, test } from "vitest";
import type { EmbeddedPostgres } from "../db/embedded/index.ts";
import { createLog } from "../telemetry/log.ts";
import { supervisePostgres } from "./supervise-postgres.ts";

const log = createLog("silent");
const quick = { first: 1, longest: 4, steadyAfter: 60_000 };

/** A PostgreSQL that ends when the test says so. */
class FakePostgres implements EmbeddedPostgres {
  readonly connection: EmbeddedPostgres["connection"];
  readonly #exit = Promise.withResolvers<number | null>();
  readonly exited = this.#exit.promise;
  stopped = false;

  constructor(host: string) {
    this.connection = { host, port: 5432, user: "tocsin", database: "tocsin" };
  }

  die(): void {
    this.#exit.resolve(137);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.#exit.resolve(0);
  }
}

/** Hands out what the test gives it, one for each start, and says when each start was asked for. */
function queueOfStarts(): {
  start: () => Promise<EmbeddedPostgres>;
  give: (outcome: FakePostgres | Error) => Promise<void>;
} {
  const gifts: { outcome: FakePostgres | Error; taken: () => void }[] = [];
  let arrived = Promise.withResolvers<void>();
  return {
    async start() {
      while (gifts.length === 0) await arrived.promise;
      const gift = gifts.shift();
      gift?.taken();
      if (gift?.outcome instanceof FakePostgres) return gift.outcome;
      throw gift?.outcome ?? new Error("nothing was given");
    },
    give(outcome) {
      const taken = Promise.withResolvers<void>();
      gifts.push({ outcome, taken: taken.resolve });
      arrived.resolve();
      arrived = Promise.withResolvers();
      return taken.promise;
    },
  };
}

/** Lets everything that is due in this turn happen. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("PostgreSQL that ends by itself", () => {
  test("is started again, each time, and where it answers then is where to find it", async () => {
    const starts = queueOfStarts();
    const [first, second, third] = [new FakePostgres("/a"), new FakePostgres("/b"), new FakePostgres("/c")];
    void starts.give(first);
    const postgres = await supervisePostgres(starts.start, log, quick);
    expect(postgres.connection().host).toBe("/a");
    first.die();
    await starts.give(second);
    await turn();
    expect(postgres.connection().host).toBe("/b");
    second.die();
    await starts.give(third);
    await turn();
    expect(postgres.connection().host).toBe("/c");
    await postgres.stop();
    expect(third.stopped).toBe(true);
  });

  test("is tried again when it does not start", async () => {
    const starts = queueOfStarts();
    const [first, second] = [new FakePostgres("/a"), new FakePostgres("/b")];
    void starts.give(first);
    const postgres = await supervisePostgres(starts.start, log, quick);
    first.die();
    await starts.give(new Error("disk full"));
    await starts.give(new Error("disk full"));
    await starts.give(second);
    await turn();
    expect(postgres.connection().host).toBe("/b");
    await postgres.stop();
  });
});

describe("stopping", () => {
  test("ends it and starts no other", async () => {
    const starts = queueOfStarts();
    const first = new FakePostgres("/a");
    void starts.give(first);
    const postgres = await supervisePostgres(starts.start, log, quick);
    await postgres.stop();
    expect(first.stopped).toBe(true);
  });

  test("during the pause before a restart ends the waiting", async () => {
    const starts = queueOfStarts();
    const first = new FakePostgres("/a");
    void starts.give(first);
    const postgres = await supervisePostgres(starts.start, log, { ...quick, first: 60_000 });
    first.die();
    await turn();
    await postgres.stop();
    expect(first.stopped).toBe(true);
  });

  test("during a restart stops what that restart brings up", async () => {
    const starts = queueOfStarts();
    const [first, second] = [new FakePostgres("/a"), new FakePostgres("/b")];
    void starts.give(first);
    let asked = 0;
    const restarting = Promise.withResolvers<void>();
    const start = (): Promise<EmbeddedPostgres> => {
      if (++asked === 2) restarting.resolve();
      return starts.start();
    };
    const postgres = await supervisePostgres(start, log, quick);
    first.die();
    await restarting.promise;
    const stopping = postgres.stop();
    void starts.give(second);
    await stopping;
    expect(second.stopped).toBe(true);
  });
});

test("a first start that fails is the caller's to know", async () => {
  await expect(supervisePostgres(() => Promise.reject(new Error("no binaries")), log, quick)).rejects.toThrow(
    "no binaries",
  );
});
