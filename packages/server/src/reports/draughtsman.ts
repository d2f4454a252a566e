import { Worker } from "node:worker_threads";
import type { Capabilities } from "../capabilities.ts";
import { AppError } from "../errors.ts";
import { type DrawAnswer, type Drawing, type DrawRequest, packReport } from "./drawing.ts";
import type { Report } from "./types.ts";

/** Draws reports, beside everything else that goes on. */
export interface Draughtsman {
  /**
   * @returns the bytes of a PDF or of a PNG
   * @throws AppError `unavailable` when too many wait already
   */
  draw(drawing: Drawing, report: Report): Promise<Buffer>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** A drawing takes a fifth of a second: whoever comes after these had better come again. */
const mostWaiting = 64;
/** Fonts take memory; when nobody has asked for so long, they are let go. */
const idleMilliseconds = 300_000;

/** One thread, started when the first drawing is asked for. It draws one after another. */
export function createDraughtsman({ log }: Pick<Capabilities, "log">): Draughtsman {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): Worker {
    const worker = new Worker(new URL("./drawing-thread.ts", import.meta.url));
    // it never keeps the process alive
    worker.unref();
    worker.on("message", (answer: DrawAnswer) => settle(answer));
    worker.on("error", (error) => giveUp(worker, error));
    worker.on("exit", () => giveUp(worker, new Error("The drawing thread ended")));
    return worker;
  }

  function settle(answer: DrawAnswer): void {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("bytes" in answer) asked?.resolve(Buffer.from(answer.bytes));
    else asked?.reject(new Error(`A report could not be drawn: ${answer.error}`));
  }

  /** The next drawing starts another thread. */
  function giveUp(worker: Worker, error: unknown): void {
    if (thread !== worker) return;
    thread = null;
    if (waiting.size > 0)
      log.error({ err: error }, "the drawing thread broke; what waited for it is refused");
    for (const { reject } of waiting.values())
      reject(new Error("The drawing thread broke", { cause: error }));
    waiting.clear();
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    await thread?.terminate();
  }

  return {
    stop,
    async draw(drawing, report) {
      if (waiting.size >= mostWaiting) {
        throw new AppError(
          "unavailable",
          "Too many reports are being drawn just now. Try again in a moment.",
        );
      }
      clearTimeout(idle);
      idle = setTimeout(() => void (waiting.size === 0 && stop()), idleMilliseconds).unref();
      thread ??= start();
      const id = ++lastId;
      const request: DrawRequest = { id, drawing, report: packReport(report) };
      thread.postMessage(request);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
  };
}
