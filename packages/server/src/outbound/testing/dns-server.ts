import { createSocket } from "node:dgram";
import { once } from "node:events";

/** Address records of type A and AAAA by name; the names of all others do not exist. */
export type Zone = Readonly<Record<string, { readonly a?: string; readonly aaaa?: string }>>;

const types = { a: 1, aaaa: 28 } as const;
const noSuchName = 3;

/** A DNS server that knows the names of a test. */
export async function startDnsServer(zone: Zone): Promise<{ readonly address: string; stop(): void }> {
  const socket = createSocket("udp4");
  socket.on("message", (query, sender) => socket.send(answer(query, zone), sender.port, sender.address));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { address: `127.0.0.1:${socket.address().port}`, stop: () => socket.close() };
}

/** RFC 1035 §4.1: the question again, and one record when there is one. */
function answer(query: Buffer, zone: Zone): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  const question = query.subarray(12, at + 5);
  const known = zone[labels.join(".").toLowerCase()];
  const type = query.readUInt16BE(at + 1);
  const address = type === types.a ? known?.a : type === types.aaaa ? known?.aaaa : undefined;
  const records = address === undefined ? [] : [record(type, address)];
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(0x8180 + (known ? 0 : noSuchName), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, question, ...records]);
}

/** Of the name of the question, good for no time at all. */
function record(type: number, address: string): Buffer {
  const data = type === types.a ? Buffer.from(address.split(".").map(Number)) : Buffer.from(address, "hex");
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
