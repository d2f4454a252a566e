import { crc16 } from "./crc.ts";

/** A message of an alarm panel as SIA DC-09 frames it, without encryption. */
export interface PanelMessage {
  /** `ADM-CID` for Contact ID, `NULL` for a supervision poll. */
  readonly id: string;
  /** Four digits; an answer repeats them. */
  readonly sequence: string;
  readonly receiver: string;
  readonly line: string;
  readonly account: string;
  /** What stands between the brackets. */
  readonly data: string;
  /** `HH:MM:SS,MM-DD-YYYY` in UTC; empty where the panel sends none. */
  readonly timestamp: string;
}

export type Reading =
  | { readonly kind: "message"; readonly message: PanelMessage }
  /** Damaged on the way, or no DC-09 at all: DC-09 §5.5.1.4 says not to answer, so that the panel sends it again. */
  | { readonly kind: "damaged"; readonly reason: string };

const header = /^([0-9A-F]{4})0([0-9A-F]{3})/;
const content =
  /^"([A-Z*-]+)"(\d{4})(R[0-9A-F]{1,6})?(L[0-9A-F]{1,6})(?:#([0-9A-F]{3,16}))?\[([^\]]*)\](?:_([\d:,-]+))?$/;

/**
 * Reads one frame, without the line feed before and the carriage return after it.
 * @example readFrame('…"ADM-CID"0001L0#1234[#1234|1130 01 015]')
 */
export function readFrame(frame: string): Reading {
  const [start, crc = "", length = ""] = header.exec(frame) ?? [];
  if (start === undefined) return { kind: "damaged", reason: "no checksum and length in front" };
  const text = frame.slice(start.length);
  if (Number.parseInt(length, 16) !== text.length) return { kind: "damaged", reason: "another length" };
  if (Number.parseInt(crc, 16) !== crc16(Buffer.from(text, "latin1")))
    return { kind: "damaged", reason: "another checksum" };
  const match = content.exec(text);
  if (!match) return { kind: "damaged", reason: "an unknown form, or encrypted" };
  const [, id = "", sequence = "", receiver = "", line = "", account = "", data = "", timestamp = ""] = match;
  return { kind: "message", message: { id, sequence, receiver, line, account, data, timestamp } };
}

/** What a receiver says: taken; not taken, send it again; can't be taken, don't send it again. */
export type Verdict = "ACK" | "NAK" | "DUH";

/** The answer to a message, with its line feed and carriage return. */
export function answerFrame(verdict: Verdict, { sequence, receiver, line, account }: PanelMessage): string {
  return writeFrame(`"${verdict}"${sequence}${receiver}${line}${account ? `#${account}` : ""}[]`);
}

/** Checksum and length in front, line feed before, carriage return after. */
export function writeFrame(text: string): string {
  const crc = hex(crc16(Buffer.from(text, "latin1")), 4);
  return `\n${crc}0${hex(text.length, 3)}${text}\r`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}
