import { deletedAnswer, scheduledRequestParams } from "@tocsin/wire";
import { cancelSchedule } from "../../../../scheduled/index.ts";
import { operation } from "../../../route.ts";

export const deleteScheduledService = operation({
  method: "DELETE",
  path: "/panic-api/v2/scheduled/:scheduledRequestId",
  operationId: "delete-scheduled-service",
  summary: "Call a scheduled service off",
  description:
    "Future occurrences are dropped and responders are not awaited any more; past ones are kept and can still be read. " +
    "Called off already: 200, and nothing changes.",
  tag: "Scheduled services",
  access: "server",
  params: scheduledRequestParams,
  answers: { 200: deletedAnswer },
  errors: ["not-found"],
  async handle({ context, caller, params, db }) {
    const { customerSourceId, clientId } = caller.partner;
    const key = { customerSourceId, id: params.scheduledRequestId };
    const by = { kind: "integrator", id: customerSourceId, name: clientId } as const;
    await cancelSchedule(context, db, key, by);
    return { status: 200, body: { message: "Scheduled service cancelled." } };
  },
});
