import { AppError } from "../errors.ts";
import type { Drawing } from "./drawing.ts";
import { type DrawingWorker, startDrawingWorker } from "./drawing-worker.ts";
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

/** A drawing takes a fifth of a second: whoever comes after these had better come again. */
const mostWaiting = 64;
/** Fonts take memory: they are let go when nobody has asked for so long. */
const idleMilliseconds = 300_000;

/** One thread, started when the first drawing is asked for; when it breaks, the next drawing starts another. */
export function createDraughtsman(): Draughtsman {
  let worker: DrawingWorker | null = null;
  let idle: NodeJS.Timeout | undefined;

  function start(): DrawingWorker {
    const started = startDrawingWorker(() => {
      if (worker === started) worker = null;
    });
    return started;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    await worker?.end();
  }

  return {
    stop,
    async draw(drawing, report) {
      if (worker && worker.waiting >= mostWaiting) {
        throw new AppError(
          "unavailable",
          "Too many reports are being drawn just now. Try again in a moment.",
        );
      }
      clearTimeout(idle);
      idle = setTimeout(() => void stop(), idleMilliseconds).unref();
      worker ??= start();
      return worker.draw(drawing, report);
    },
  };
}
