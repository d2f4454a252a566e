import { controlStreamEvents, streamQuery } from "@tocsin/wire";
import { type ControlMessage, createResponderWatch } from "../../../../streams/index.ts";
import { operation } from "../../../route.ts";
import { eventStream } from "../../../streams/event-stream.ts";
import { follow, lastEventId } from "../../../streams/follow.ts";
import { messageFrame, responderFrame } from "../present-message.ts";

/** Responders told of at once; between two such handfuls callouts have their turn. */
const handful = 100;
const lookMilliseconds = 250;

export const followControlRoom = operation({
  method: "GET",
  path: "/control/v1/stream",
  operationId: "follow-control-room",
  summary: "Follow everything that happens, as it happens",
  description:
    "Server-sent events. `callout` and `alarm`: every entry of every timeline, each once, in one order, with the callout's row. " +
    "`responder`: everybody at first, then who moved or changed, at most once a second each. `heartbeat`: every five seconds. " +
    "A client that sends the id of the last event it saw (Last-Event-ID) goes on right behind it.",
  tag: "Control room",
  access: "operator",
  query: streamQuery,
  endless: true,
  events: controlStreamEvents,
  answers: { 200: null },
  errors: ["invalid-request"],
  async handle(input) {
    const { context, caller, verifyCaller } = input;
    const { streams, fleet, clock } = context;
    const following = await streams.control.follow(
      caller.operator.id,
      await streams.resume(lastEventId(input)),
    );
    const watch = createResponderWatch(fleet);
    const followed = {
      following,
      present: (messages: readonly ControlMessage[]) =>
        messages.map((each) => messageFrame(each, clock.now())),
      aside: {
        next: () => watch.take(handful).map(responderFrame).join(""),
        everyMilliseconds: lookMilliseconds,
      },
      verifyCaller,
    };
    return eventStream({
      frames: follow(followed, streams, clock),
      close() {
        watch.close();
        following.close();
      },
    });
  },
});
