import { Agent, request } from "node:http";

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Calls to one node over connections that stay. */
export interface Calls {
  post<Body>(path: string, token: string | null, body: unknown): Promise<Answer<Body>>;
  /** Asks for something small and throws it away. */
  get(path: string): Promise<void>;
  /** Follows a stream; `hear` gets each event's name and data. Resolves when it has begun. */
  follow(path: string, token: string, hear: (event: string, data: string) => void): Promise<void>;
  /** Ends everything. */
  close(): void;
}

export function createCalls(address: string): Calls {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

  return {
    close: () => agent.destroy(),
    post<Body>(path: string, token: string | null, body: unknown) {
      const { promise, resolve, reject } = Promise.withResolvers<Answer<Body>>();
      const headers = { "content-type": "application/json", ...authorization(token) };
      const sent = request(`${address}${path}`, { agent, method: "POST", headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Body }),
        );
        response.on("error", reject);
      });
      sent.on("error", reject).end(JSON.stringify(body));
      return promise;
    },
    get(path) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const sent = request(`${address}${path}`, { agent }, (response) => {
        response.resume().on("end", resolve).on("error", reject);
      });
      sent.on("error", reject).end();
      return promise;
    },
    follow(path, token, hear) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const sent = request(`${address}${path}`, { agent, headers: authorization(token) }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path} was answered ${response.statusCode}`));
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          const frames = (text + chunk).split("\n\n");
          text = frames.pop() ?? "";
          for (const frame of frames) {
            const [, event] = /^event: (.*)$/m.exec(frame) ?? [];
            const [, data] = /^data: (.*)$/m.exec(frame) ?? [];
            if (event && data) hear(event, data);
          }
        });
        response.on("error", () => undefined);
        resolve();
      });
      sent.on("error", reject).end();
      return promise;
    },
  };
}

function authorization(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
