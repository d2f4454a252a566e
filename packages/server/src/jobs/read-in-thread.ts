import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FilePart } from "../locations/index.ts";
import { collectGarbage } from "./collect-garbage.ts";
import type { ReaderMessage, ReaderRequest, ReaderTask } from "./location-reader.ts";

/** Of a thread that keeps nothing, in MB: without them its heap grows to many times what it needs. */
const resourceLimits = { maxOldGenerationSizeMb: 40, maxYoungGenerationSizeMb: 4 };

/** Ten thousand rows. */
const partsBetweenCollections = 100;

/** {@link readLocationFile} in a thread of its own. It is one part ahead of nobody, so that memory does not grow. */
export async function* readInThread(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<FilePart> {
  const task: ReaderTask = { delimiter };
  const thread = new Worker(new URL("./location-reader-thread.ts", import.meta.url), {
    workerData: task,
    resourceLimits,
  });
  const source = bytes[Symbol.asyncIterator]();
  try {
    for (let parts = 1; ; parts++) {
      const part = await ask(thread, source);
      if (!part) return;
      yield part;
      if (parts % partsBetweenCollections === 0) await collectGarbage();
    }
  } finally {
    await thread.terminate();
    await source.return?.();
  }
}

/** The next part, or null when there is none. */
async function ask(thread: Worker, source: AsyncIterator<Uint8Array>): Promise<FilePart | null> {
  let request: ReaderRequest = { kind: "next" };
  for (;;) {
    // rejects when the thread broke
    const answered = once(thread, "message") as Promise<[ReaderMessage]>;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(request);
    const [message] = await answered;
    if (message.kind === "part") return message.part;
    if (message.kind === "over") return null;
    const next = await source.next();
    request = next.done ? { kind: "end" } : { kind: "bytes", bytes: next.value };
  }
}
