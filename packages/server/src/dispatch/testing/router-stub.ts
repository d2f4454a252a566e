import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A router that answers as a test tells it to; it keeps what it was asked. */
export interface RouterStub {
  readonly url: string;
  readonly asked: { readonly path: string; readonly body: string }[];
  /** How it answers from now on. */
  answer: (path: string, body: string, response: ServerResponse) => void;
  stop(): Promise<void>;
}

export async function startRouterStub(): Promise<RouterStub> {
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stub: RouterStub = {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    answer: (_path, _body, response) => response.writeHead(500).end(),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync<Buffer>(request)).toString();
    stub.asked.push({ path: request.url ?? "", body });
    stub.answer(request.url ?? "", body, response);
  }
  return stub;
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/** Answers OSRM's documented table: the drive of the responder at index `i` takes `seconds[i]`. */
export function osrmTable(seconds: readonly (number | null)[]): RouterStub["answer"] {
  return (path, _body, response) => {
    const waypoint = {
      hint: "KSoKADRYroqUBAEAEAAAAA",
      distance: 4.15,
      name: "Main Road",
      location: [28.05, -26.1],
    };
    const count = path.match(/sources=([\d;]*)/)?.[1]?.split(";").length ?? 0;
    json(response, {
      code: "Ok",
      durations: Array.from({ length: count }, (_, index) => [seconds[index] ?? null]),
      sources: Array.from({ length: count }, () => waypoint),
      destinations: [waypoint],
    });
  };
}

/** Answers Valhalla's documented matrix of many to one. */
export function valhallaMatrix(seconds: readonly (number | null)[]): RouterStub["answer"] {
  return (_path, body, response) => {
    const { sources, targets } = JSON.parse(body) as { sources: unknown[]; targets: unknown[] };
    json(response, {
      algorithm: "costmatrix",
      units: "kilometers",
      sources,
      targets,
      sources_to_targets: sources.map((_, index) => {
        const time = seconds[index] ?? null;
        return [{ distance: time && time / 60, time, to_index: 0, from_index: index }];
      }),
    });
  };
}
