import type { AddressInfo } from "node:net";
import { createClient } from "@tocsin/client";
import { createPageServer } from "./page-server.ts";

const {
  BASE = "http://127.0.0.1:8080",
  CLIENT_ID = "demo",
  CLIENT_SECRET = "demo-secret",
  PORT = "5173",
} = process.env;
const client = createClient({ baseUrl: BASE, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });

const server = createPageServer(client, BASE);
server.listen(Number(PORT), "127.0.0.1", () => {
  process.stdout.write(`open http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
