import {
  createScheduledServiceRequest,
  scheduledServiceCreated,
  scheduledServiceTypeParams,
} from "@tocsin/wire";
import { createSchedule } from "../../../../scheduled/index.ts";
import { operation } from "../../../route.ts";
import { judgeService } from "../judge-service.ts";
import { presentService } from "../present-service.ts";
import { readWanted } from "../read-wanted.ts";

export const createScheduledService = operation({
  method: "POST",
  path: "/panic-api/v2/scheduled/:serviceType",
  operationId: "create-scheduled-service",
  summary: "Schedule a service, once or repeating",
  description:
    "Times are by the clock on the wall of the place and keep to it across daylight saving; one that a change of the clock " +
    "skips begins right after it. The first occurrence must be at least five minutes ahead.",
  tag: "Scheduled services",
  access: "server",
  params: scheduledServiceTypeParams,
  body: createScheduledServiceRequest,
  answers: { 201: scheduledServiceCreated },
  errors: ["not-found"],
  judgeBody: ({ partner }, body, { clock }, params) => judgeService(partner, body, params, clock.now()),
  async handle({ context, caller, params, body, db }) {
    const service = await createSchedule(context, db, caller.partner, readWanted(params, body));
    const scheduledRequest = presentService(service, context.clock.now());
    return { status: 201, body: { ...scheduledRequest, message: "Service scheduled.", scheduledRequest } };
  },
});
