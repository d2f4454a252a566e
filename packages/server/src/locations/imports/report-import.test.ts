import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { useSystem } from "@tocsin/testkit";
import { importCallback } from "@tocsin/wire";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findImport } from "../index.ts";
import { acceptImport } from "./accept-import.ts";

const system = useSystem();
const received: unknown[] = [];
let answers: number[] = [];
let server: Server;
let callbackUrl = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      received.push(JSON.parse(Buffer.concat(pieces).toString("utf8")));
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  callbackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/imported`;
});

afterAll(() => void server.close());

beforeEach(() => {
  received.length = 0;
  answers = [];
});

const text = (row: string): string => `externalReferenceId,name,latitude,longitude\n${row}\n`;

async function importText(content: string, order: { dryRun?: boolean; callbackUrl?: string } = {}) {
  const bytes = Buffer.from(content);
  const file = {
    bytes: bytes.length,
    async *read() {
      yield bytes;
    },
  };
  const asked = { dryRun: false, callbackUrl, ...order, source: "erp", userEmail: null, delimiter: "," };
  const { customerSourceId } = system.partner;
  const id = await acceptImport(system.context, system.context.db, customerSourceId, { file, ...asked });
  await system.drain();
  return findImport(system.context.db, customerSourceId, id);
}

describe("whoever sent a file is told what came of it", () => {
  test("in the words of the contract, once, when all is well", async () => {
    const done = await importText(text("a,A,1,2"));
    expect(received).toEqual([
      {
        message: "PREDEFINED_LOCATIONS_SYNCED",
        importId: done?.id,
        source: "erp",
        created: 1,
        updated: 0,
        unchanged: 0,
        deleted: 0,
        errors: [],
      },
    ]);
    expect(importCallback.parse(received[0])).toEqual(received[0]);
    expect(done).toMatchObject({ callbackDeliveredAt: system.clock.now(), callbackFailure: null });
    await system.context.jobs.send(system.context.db, "report-location-import", {
      customerSourceId: system.partner.customerSourceId,
      importId: done?.id ?? 0,
    });
    await system.drain();
    expect(received).toHaveLength(1);
  });

  test("also when it failed, with the errors, and when nothing was to be changed", async () => {
    await importText(text("a,A,91,2"));
    await importText(text("b,B,1,2"), { dryRun: true });
    expect(received).toMatchObject([
      { message: "PREDEFINED_LOCATIONS_SYNC_FAILED", created: 0, errors: [{ row: 2, field: "latitude" }] },
      { message: "PREDEFINED_LOCATIONS_SYNCED", created: 1, deleted: 1, dryRun: true },
    ]);
  });

  test("again when they do not answer well, a few times; what was imported stays", async () => {
    answers = [500, 302, 204];
    expect(await importText(text("a,A,1,2"))).toMatchObject({ state: "done", callbackFailure: null });
    expect(received).toHaveLength(3);
    answers = Array<number>(20).fill(503);
    const never = await importText(text("a,A,1,2"));
    expect(never).toMatchObject({
      state: "done",
      callbackDeliveredAt: null,
      callbackFailure: "It answered 503.",
    });
    expect(received).toHaveLength(3 + 6);
  });

  test("never at an address that must not be reached, however it is named", async () => {
    const refused = await importText(text("a,A,1,2"), { callbackUrl: "https://[::1]/" });
    expect(refused).toMatchObject({
      state: "done",
      callbackDeliveredAt: null,
      callbackFailure: expect.any(String),
    });
  });

  test("nowhere when they said that nobody wants to hear it", async () => {
    const quiet = await importText(text("a,A,1,2"), { callbackUrl: "https://callback.invalid/" });
    expect(quiet).toMatchObject({ state: "done", callbackDeliveredAt: null, callbackFailure: null });
    expect(received).toEqual([]);
  });
});
