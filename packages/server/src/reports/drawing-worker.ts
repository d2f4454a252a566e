import { Worker } from "node:worker_threads";
import { type DrawAnswer, type Drawing, type DrawRequest, packReport } from "./drawing.ts";
import type { Report } from "./types.ts";

/** A running thread that draws one report after another. */
export interface DrawingWorker {
  /** How many it was asked for and has not drawn yet. */
  readonly waiting: number;
  /** Rejects what can't be drawn, and everything that waits when the thread ends. */
  draw(drawing: Drawing, report: Report): Promise<Buffer>;
  end(): Promise<void>;
}

/** @param onEnd called once, when the thread has ended or broken */
export function startDrawingWorker(onEnd: () => void): DrawingWorker {
  const waiting = new Map<number, PromiseWithResolvers<Buffer>>();
  const worker = new Worker(new URL("./drawing-thread.ts", import.meta.url));
  let lastId = 0;
  // it never keeps the process alive
  worker.unref();
  worker.on("message", (answer: DrawAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("bytes" in answer) asked?.resolve(Buffer.from(answer.bytes));
    else asked?.reject(new Error(`A report could not be drawn: ${answer.error}`));
  });
  // an error ends the thread, so that `exit` follows it
  let cause: unknown;
  worker.on("error", (error) => {
    cause = error;
  });
  worker.on("exit", () => {
    onEnd();
    for (const { reject } of waiting.values()) reject(new Error("The drawing thread ended", { cause }));
    waiting.clear();
  });
  return {
    get waiting() {
      return waiting.size;
    },
    async draw(drawing, report) {
      const id = ++lastId;
      const request: DrawRequest = { id, drawing, report: packReport(report) };
      const asked = Promise.withResolvers<Buffer>();
      waiting.set(id, asked);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(request);
      return asked.promise;
    },
    async end() {
      await worker.terminate();
    },
  };
}
