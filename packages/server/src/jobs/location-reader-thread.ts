/** Reads a file of places in a thread of its own: checking 100,000 rows takes seconds, and no raise waits for it. */
import { parentPort, workerData } from "node:worker_threads";
import type { ReaderMessage, ReaderRequest, ReaderTask } from "./location-reader.ts";
import { readLocationFile } from "./read-location-file.ts";

const { delimiter } = workerData as ReaderTask;
let received = Promise.withResolvers<Uint8Array | null>();

async function* bytes(): AsyncGenerator<Uint8Array> {
  for (;;) {
    received = Promise.withResolvers();
    tell({ kind: "more" });
    const piece = await received.promise;
    if (!piece) return;
    yield piece;
  }
}

const parts = readLocationFile(bytes(), delimiter);

parentPort?.on("message", (request: ReaderRequest) => {
  if (request.kind === "bytes") received.resolve(request.bytes);
  else if (request.kind === "end") received.resolve(null);
  else
    void parts
      .next()
      .then(({ value, done }) => tell(done ? { kind: "over" } : { kind: "part", part: value }));
});

function tell(message: ReaderMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
