import { responderStreamEvents, streamQuery } from "@tocsin/wire";
import type { ResponderMessage } from "../../../streams/index.ts";
import { operation } from "../../route.ts";
import { eventStream } from "../../streams/event-stream.ts";
import { follow, lastEventId } from "../../streams/follow.ts";
import { messageFrame } from "../present-message.ts";
import { presentState } from "../present-state.ts";

export const followOwnWork = operation({
  method: "GET",
  path: "/responder/v1/stream",
  operationId: "follow-own-work",
  summary: "Follow offers and assignments of one's own, as they come",
  description:
    "Server-sent events: `offer`, `offerWithdrawn`, `assignment`, `message`, each with what GET /state answers then, and a " +
    "`heartbeat` every five seconds. A client that sends the id of the last event it saw (Last-Event-ID) goes on right behind it.",
  tag: "Responder",
  access: "responder",
  query: streamQuery,
  endless: true,
  events: responderStreamEvents,
  answers: { 200: null },
  errors: ["invalid-request"],
  async handle(input) {
    const { context, caller, verifyCaller } = input;
    const { streams, clock } = context;
    const responderId = caller.responder.id;
    const following = await streams.responders.follow(responderId, await streams.resume(lastEventId(input)));
    const present = async (messages: readonly ResponderMessage[]): Promise<string[]> => {
      const state = await presentState(context, responderId);
      return messages.map((each) => messageFrame(each, state));
    };
    return eventStream({
      frames: follow({ following, present, verifyCaller }, streams, clock),
      close: () => following.close(),
    });
  },
});
