import { scheduledRequestParams, scheduledServiceRead } from "@tocsin/wire";
import { readSchedule } from "../../../../scheduled/index.ts";
import { operation } from "../../../route.ts";
import { presentOccurrence, presentService } from "../present-service.ts";

export const getScheduledService = operation({
  method: "GET",
  path: "/panic-api/v2/scheduled/:scheduledRequestId",
  operationId: "get-scheduled-service",
  summary: "Read a scheduled service, with its occurrences and what became of them",
  tag: "Scheduled services",
  access: "server",
  params: scheduledRequestParams,
  answers: { 200: scheduledServiceRead },
  errors: ["not-found"],
  async handle({ context, caller, params, db }) {
    const key = { customerSourceId: caller.partner.customerSourceId, id: params.scheduledRequestId };
    const { service, visits } = await readSchedule(db, key);
    const scheduledRequest = {
      ...presentService(service, context.clock.now()),
      occurrences: visits.map(presentOccurrence),
    };
    return {
      status: 200,
      body: { ...scheduledRequest, message: "Scheduled service found.", scheduledRequest },
    };
  },
});
