import type { AddressInfo } from "node:net";
import { createClient } from "@tocsin/client";
import { raise } from "./raise.ts";
import { createReceiver } from "./receiver.ts";

const {
  BASE = "http://127.0.0.1:8080",
  CLIENT_ID = "demo",
  CLIENT_SECRET = "demo-secret",
  PORT = "0",
} = process.env;
const client = createClient({ baseUrl: BASE, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
const log = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const receiver = createReceiver((message) => raise(client, message, log), log);
receiver.listen(Number(PORT), "127.0.0.1", () => {
  log(`panels may send to 127.0.0.1:${(receiver.address() as AddressInfo).port}`);
});
