import { once } from "node:events";
import { type AddressInfo, connect, type Server } from "node:net";
import { type Client, createClient } from "@tocsin/client";
import { useSystem } from "@tocsin/testkit";
import { afterEach, beforeAll, expect, it } from "vitest";
import { writeFrame } from "./dc09.ts";
import { raise } from "./raise.ts";
import { createReceiver } from "./receiver.ts";

const system = useSystem();
let client: Client;
let receiver: Server | undefined;

beforeAll(async () => {
  const baseUrl = await system.app.listen({ host: "127.0.0.1", port: 0 });
  const { clientId, clientSecret } = system.partner;
  client = createClient({ baseUrl, clientId, clientSecret });
  const location = { locationIdentifier: "Shop", latitude: "-26.1", longitude: "28.05" };
  await client.createFixedLocation({ body: { ...location, externalReferenceId: "1234" } });
});
afterEach(() => {
  receiver?.close();
});

/** A panel's line to a receiver that works for `by`. */
async function panel(by: Client) {
  receiver = createReceiver(
    (message) => raise(by, message, () => {}),
    () => {},
  ).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const socket = connect((receiver.address() as AddressInfo).port, "127.0.0.1").setEncoding("latin1");
  return {
    write: (text: string) => socket.write(text, "latin1"),
    /** Sends messages at once and gives the verdicts, sorted, as `0001 ACK`. */
    async send(...texts: string[]): Promise<string[]> {
      let heard = "";
      for (const text of texts) socket.write(writeFrame(text), "latin1");
      while (heard.split("\r").length <= texts.length) heard += (await once(socket, "data"))[0] as string;
      return [...heard.matchAll(/"(\w+)"(\d{4})/g)]
        .map(([, verdict, sequence]) => `${sequence} ${verdict}`)
        .toSorted();
    },
    close: () => socket.destroy(),
  };
}

const event = (sequence: string, code: string, account = "1234"): string =>
  `"ADM-CID"${sequence}L0#${account}[#${account}|${code} 01 015]_14:45:00,06-10-2026`;

it("an alarm is acknowledged when its callout is on disk; sent again it is the same one", async () => {
  const line = await panel(client);
  expect(await line.send(event("0001", "1130"))).toEqual(["0001 ACK"]);
  const { body: active } = await client.listActiveCallouts();
  expect(active).toMatchObject([{ status: "created", responseTypeId: 1 }]);
  expect(await line.send(event("0001", "1130"))).toEqual(["0001 ACK"]);
  expect((await client.listActiveCallouts()).body).toHaveLength(1);
  line.close();
});

it("what sends nobody is acknowledged, what can't be taken is said not to come again", async () => {
  const line = await panel(client);
  const answers = await line.send(
    event("0002", "1602"),
    event("0003", "3130"),
    event("0004", "1130", "9999"),
    '"NULL"0005L0#1234[]',
    '"SIA-DCS"0006L0#1234[#1234|NBA01]',
  );
  expect(answers).toEqual(["0002 ACK", "0003 ACK", "0004 DUH", "0005 ACK", "0006 DUH"]);
  line.close();
});

it("a frame may come in pieces; a damaged one is not answered", async () => {
  const line = await panel(client);
  const frame = writeFrame('"NULL"0007L0#1234[]');
  line.write("\nFFFF0013nonsense\r");
  line.write(frame.slice(0, 9));
  line.write(frame.slice(9));
  expect(await line.send('"NULL"0008L0#1234[]')).toContain("0008 ACK");
  line.close();
});

it("when the server can't be reached the panel is told to send it again", async () => {
  const line = await panel(
    createClient({ baseUrl: "http://127.0.0.1:1", accessToken: "token", retries: { tries: 1 } }),
  );
  expect(await line.send(event("0009", "1120"))).toEqual(["0009 NAK"]);
  line.close();
});
