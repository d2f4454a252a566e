import type { ControlStreamEvents } from "@tocsin/wire";
import type { FleetEntry } from "../../../responders/index.ts";
import { type ControlMessage, writePosition } from "../../../streams/index.ts";
import { presentInstant } from "../../panic-v2/callouts/present-instant.ts";
import { frame } from "../../streams/frame.ts";
import { presentRow } from "../callouts/present-callout.ts";
import { presentResponder } from "../responders/present-responder.ts";
import { presentVisit } from "../visits/present-visit.ts";

/** All connections tell the same: what was written for one is sent to the others too. */
const written = new WeakMap<ControlMessage | FleetEntry, string>();

export function messageFrame(message: ControlMessage, now: Temporal.Instant): string {
  return written.get(message) ?? keep(message, writeMessage(message, now));
}

export function responderFrame(entry: FleetEntry): string {
  return written.get(entry) ?? keep(entry, frame("responder", describeResponder(entry)));
}

function keep(of: ControlMessage | FleetEntry, text: string): string {
  written.set(of, text);
  return text;
}

function writeMessage(message: ControlMessage, now: Temporal.Instant): string {
  return message.about === "visit" ? writeVisit(message) : writeCallout(message, now);
}

type About<What extends ControlMessage["about"]> = Extract<ControlMessage, { readonly about: What }>;

function writeVisit({ position, entry, row }: About<"visit">): string {
  const { visitId, kind, actor, body, at } = entry;
  const data: ControlStreamEvents["visit"] = {
    visitId,
    at: presentInstant(at),
    actor,
    kind,
    body,
    visit: presentVisit(row),
  };
  const id = writePosition(position);
  return kind === "missed" ? frame("alarm", { ...data, alarm: "visitMissed" }, id) : frame("visit", data, id);
}

function writeCallout({ position, entry, alarm, row }: About<"callout">, now: Temporal.Instant): string {
  const { calloutId, sequence, kind, actor, body, at } = entry;
  const data: ControlStreamEvents["callout"] = {
    calloutId,
    sequence,
    at: presentInstant(at),
    actor,
    kind,
    body,
    row: presentRow(row, now),
  };
  const id = writePosition(position);
  if (alarm === null) return frame("callout", data, id);
  const ringing: ControlStreamEvents["alarm"] = { ...data, alarm };
  return frame("alarm", ringing, id);
}

function describeResponder({ responder, fix }: FleetEntry): ControlStreamEvents["responder"] {
  const position = fix && { ...fix, recordedAt: presentInstant(fix.recordedAt) };
  return { ...presentResponder(responder), position };
}
