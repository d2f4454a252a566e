import { createServer, type ServerResponse } from "node:http";

/**
 * The receiver, in a process of its own: answers 200 and notes when which callout was told of. Paths that begin with /hang get
 * no answer while `hang` holds. Speaks with its parent by messages.
 */
export type Order = { readonly kind: "hang"; readonly on: boolean } | { readonly kind: "report" };

/** What arrived since the last report, in order: callout, and when, in milliseconds since 1970. */
export type Arrivals = readonly (readonly [calloutId: number, at: number])[];

let arrivals: (readonly [number, number])[] = [];
let isHanging = false;
const hung = new Set<ServerResponse>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const id = /"callout":\{"id":(\d+)/.exec(Buffer.concat(chunks).toString("latin1"))?.[1];
    arrivals.push([Number(id), performance.timeOrigin + performance.now()]);
    if (isHanging && request.url?.startsWith("/hang")) hung.add(response);
    else response.writeHead(200).end();
  });
});

process.on("message", (order: Order) => {
  if (order.kind === "hang") {
    isHanging = order.on;
    for (const response of hung) response.end();
    hung.clear();
    return;
  }
  process.send?.(arrivals);
  arrivals = [];
});
process.on("disconnect", () => process.exit());

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : 0);
});
