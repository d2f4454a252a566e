import { type Client, TocsinError } from "@tocsin/client";
import { helpFor, readContactId } from "./contact-id.ts";
import type { PanelMessage, Verdict } from "./dc09.ts";

/**
 * Raises what a message asks for. The panel hears ACK only when the callout is on the server's disk, so whatever fails on
 * the way the panel sends it again; the same message twice is the same callout.
 */
export async function raise(
  client: Client,
  message: PanelMessage,
  log: (line: string) => void,
): Promise<Verdict> {
  if (message.id === "NULL") return "ACK";
  const event = message.id === "ADM-CID" ? readContactId(message.data) : null;
  if (!event) return "DUH";
  const help = helpFor(event);
  if (help === null) return "ACK";
  try {
    const { body } = await client.createFixedLocationCallout(
      {
        externalReferenceId: message.account,
        body: {
          responseTypeId: await responseTypeId(client, help),
          installerIdentifier: `${event.code} partition ${event.partition} zone ${event.zone}`,
        },
      },
      { idempotencyKey: keyOf(message) },
    );
    log(`${message.account}: ${help}, callout ${body.id}`);
    return "ACK";
  } catch (error) {
    log(`${message.account}: ${error instanceof Error ? error.message : String(error)}`);
    return isFinal(error) ? "DUH" : "NAK";
  }
}

/** Ids are looked up, not guessed: what is switched on is the server's affair. Who does not send fire engines sends guards. */
async function responseTypeId(client: Client, help: string): Promise<number> {
  const { body } = await client.listResponseTypes();
  const find = (value: string) => body.responseTypes.find((type) => type.value === value);
  const type = find(help) ?? find("SECURITY");
  if (!type) throw new Error(`no response type for ${help}`);
  return type.id;
}

/** A panel repeats a message with its sequence and its time. */
function keyOf({ account, sequence, timestamp, data }: PanelMessage): string {
  return `${account} ${sequence} ${timestamp} ${data}`;
}

/** Sending it again would change nothing: the account is unknown, the request is wrong. */
function isFinal(error: unknown): boolean {
  return error instanceof TocsinError && (error.status === 400 || error.status === 404);
}
