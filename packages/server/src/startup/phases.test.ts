import { describe, expect, test } from "vitest";
import { createLog } from "../telemetry/log.ts";
import { createPhases, type Phases } from "./phases.ts";

const log = createLog("silent");
const nobody = new AbortController().signal;
const never = new Promise<never>(() => undefined);

/** Runs phases of these names that note when they start and stop. */
async function runAll(phases: Phases, names: readonly string[], seen: string[]): Promise<void> {
  for (const name of names) {
    await phases.run({
      name,
      startSeconds: 1,
      start: () => seen.push(`+${name}`),
      stop: async () => void seen.push(`-${name}`),
    });
  }
}

describe("in order", () => {
  test("phases start one after the other and stop in reverse", async () => {
    const seen: string[] = [];
    const phases = createPhases(log, nobody);
    await runAll(phases, ["a", "b", "c"], seen);
    await phases.stop();
    expect(seen).toEqual(["+a", "+b", "+c", "-c", "-b", "-a"]);
  });

  test("a phase gives its value to whoever runs it and to its own stop", async () => {
    const phases = createPhases(log, nobody);
    const stopped: number[] = [];
    const stop = async (value: number): Promise<void> => void stopped.push(value);
    expect(await phases.run({ name: "a", startSeconds: 1, start: () => 7, stop })).toBe(7);
    await phases.stop();
    expect(stopped).toEqual([7]);
  });

  test("stopping twice stops everything once", async () => {
    const seen: string[] = [];
    const phases = createPhases(log, nobody);
    await runAll(phases, ["a"], seen);
    await Promise.all([phases.stop(), phases.stop()]);
    expect(seen).toEqual(["+a", "-a"]);
  });
});

describe("a start that goes wrong", () => {
  test("a failure in one phase stops those before it, in reverse, and is thrown", async () => {
    const seen: string[] = [];
    const phases = createPhases(log, nobody);
    await runAll(phases, ["a", "b"], seen);
    const failing = phases.run({
      name: "c",
      startSeconds: 1,
      start: () => Promise.reject(new Error("no disk")),
      stop: async () => void seen.push("-c"),
    });
    await expect(failing).rejects.toThrow("no disk");
    expect(seen).toEqual(["+a", "+b", "-b", "-a"]);
  });

  test("a phase that takes too long is named, and what it still starts is stopped at once", async () => {
    const seen: string[] = [];
    const phases = createPhases(log, nobody);
    await runAll(phases, ["a"], seen);
    const late = Promise.withResolvers<string>();
    const stopped = Promise.withResolvers<string>();
    const slow = phases.run({
      name: "slow",
      startSeconds: 0.01,
      start: () => late.promise,
      stop: async (value) => stopped.resolve(value),
    });
    await expect(slow).rejects.toThrow("slow took longer than 0.01 s");
    expect(seen).toEqual(["+a", "-a"]);
    late.resolve("a late arrival");
    expect(await stopped.promise).toBe("a late arrival");
  });

  test("whoever gives up ends the phase that runs, with the reason given, and stops those before", async () => {
    const seen: string[] = [];
    const giveUp = new AbortController();
    const phases = createPhases(log, giveUp.signal);
    await runAll(phases, ["a"], seen);
    const signals: boolean[] = [];
    const waiting = phases.run({
      name: "b",
      startSeconds: 60,
      start: (signal) => {
        signal.addEventListener("abort", () => signals.push(true));
        return never;
      },
    });
    giveUp.abort(new Error("Interrupted"));
    await expect(waiting).rejects.toThrow("Interrupted");
    expect(signals).toEqual([true]);
    expect(seen).toEqual(["+a", "-a"]);
  });

  test("after giving up no further phase starts", async () => {
    const phases = createPhases(log, AbortSignal.abort(new Error("Interrupted")));
    const seen: string[] = [];
    await expect(runAll(phases, ["a"], seen)).rejects.toThrow("Interrupted");
    expect(seen).toEqual([]);
  });
});

describe("a stop that goes wrong", () => {
  test("keeps nobody else from stopping: one that fails, one that never ends", async () => {
    const seen: string[] = [];
    const phases = createPhases(log, nobody);
    await runAll(phases, ["a"], seen);
    await phases.run({
      name: "hangs",
      startSeconds: 1,
      start: () => null,
      stopSeconds: 0.01,
      stop: () => never,
    });
    await runAll(phases, ["b"], seen);
    await phases.run({
      name: "fails",
      startSeconds: 1,
      start: () => null,
      stop: () => Promise.reject(new Error("no")),
    });
    await runAll(phases, ["c"], seen);
    await phases.stop();
    expect(seen).toEqual(["+a", "+b", "+c", "-c", "-b", "-a"]);
  });
});
