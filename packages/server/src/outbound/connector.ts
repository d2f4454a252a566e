import type { BlockList, LookupFunction } from "node:net";
import { buildConnector } from "undici";

interface Connecting {
  /** Absent: any address. */
  readonly blockList?: BlockList;
  /** Absent: as the system resolves names, its hosts file included. */
  readonly lookup?: LookupFunction;
  readonly timeoutMilliseconds: number;
  /** Certificates to trust beside the usual ones' place. */
  readonly ca?: string;
}

/**
 * Opens the plain connection first, for https too, and only then speaks TLS over it: `net.connect` asks the block list about
 * each address it is about to connect to, `tls.connect` does not (measured on Node 26.10, see docs/decisions).
 */
export function createConnector({ timeoutMilliseconds: timeout, ca, ...guarded }: Connecting) {
  const open = buildConnector({ timeout, allowH2: false, ...guarded });
  const secure = buildConnector({ timeout, allowH2: false, ...(ca === undefined ? {} : { ca }) });
  const connect: buildConnector.connector = (options, callback) => {
    const isSecure = options.protocol === "https:";
    const port = options.port || (isSecure ? "443" : "80");
    const { servername: _, ...plain } = options;
    open({ ...plain, port, protocol: "http:" }, (...[error, socket]) => {
      if (error) callback(error, null);
      else if (isSecure) secure({ ...options, port, httpSocket: socket }, callback);
      else callback(null, socket);
    });
  };
  return connect;
}
