import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** Somebody who is there on both loopback addresses, at one port, and counts who connects. */
export interface Listener {
  readonly port: number;
  connections: number;
  /** What it does with a connection; by default nothing at all. */
  serve: (socket: Socket) => void;
  stop(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  const sockets = new Set<Socket>();
  const open = async (host: string, port: number) => {
    const server = createServer((socket) => {
      listener.connections += 1;
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
      listener.serve(socket);
    });
    server.listen(port, host);
    await once(server, "listening");
    return server;
  };
  const listener: Listener = {
    port: 0,
    connections: 0,
    serve: () => undefined,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    },
  };
  const four = await open("127.0.0.1", 0);
  const { port } = four.address() as AddressInfo;
  const servers = [four, await open("::1", port)];
  return Object.assign(listener, { port });
}
