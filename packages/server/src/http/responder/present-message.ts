import type { ResponderState, ResponderStreamEvents } from "@tocsin/wire";
import { type ResponderMessage, writePosition } from "../../streams/index.ts";
import { presentInstant } from "../panic-v2/callouts/present-instant.ts";
import { frame } from "../streams/frame.ts";

type Told = Omit<ResponderStreamEvents, "heartbeat">;

const reasons = { offerDeclined: "declined", offerExpired: "expired", offerWithdrawn: "withdrawn" } as const;

/** @param state what the responder's app shows now */
export function messageFrame(message: ResponderMessage, state: ResponderState): string {
  const data = describers[message.event](message, state);
  return frame(message.event, data, writePosition(message.position));
}

const describers: {
  readonly [Name in keyof Told]: (message: ResponderMessage, state: ResponderState) => Told[Name];
} = {
  offer: (message, state) => ({ ...describe(message, state), offerId: Number(message.entry.body.offerId) }),
  offerWithdrawn: (message, state) => {
    const { kind, body } = message.entry;
    const reason = reasons[kind as keyof typeof reasons];
    return { ...describe(message, state), offerId: Number(body.offerId), reason };
  },
  assignment: (message, state) => {
    const { kind, body } = message.entry;
    const { assignmentId } = body;
    return {
      ...describe(message, state),
      kind,
      assignmentId: typeof assignmentId === "number" ? assignmentId : null,
    };
  },
  message: (message, state) => {
    const { actor, body } = message.entry;
    const from = { kind: actor.kind, name: actor.name };
    return { ...describe(message, state), message: String(body.message), from };
  },
};

function describe({ entry: { calloutId, sequence, at } }: ResponderMessage, state: ResponderState) {
  return { calloutId, sequence, at: presentInstant(at), state };
}
