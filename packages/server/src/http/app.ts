import { randomUUID } from "node:crypto";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { AppContext } from "../context.ts";
import { controlOperations } from "./control/operations.ts";
import { docsRoutes } from "./docs/routes.ts";
import { getHealth } from "./health/get-health/route.ts";
import { getReadiness } from "./health/get-readiness/route.ts";
import { calloutMapRoute } from "./hosted/callout-map/route.ts";
import { managePageRoute } from "./hosted/manage-page/route.ts";
import { signupPageRoute } from "./hosted/signup-page/route.ts";
import { trackingPageRoute } from "./hosted/tracking-page/route.ts";
import { type Api, controlDoor, panicDoor, responderDoor } from "./openapi/doors.ts";
import { openApiRoute } from "./openapi/route.ts";
import { calloutOperations } from "./panic-v2/callouts/operations.ts";
import { coverageOperations } from "./panic-v2/coverage/operations.ts";
import { signupOperations } from "./panic-v2/customer-signup/operations.ts";
import { customerOperations } from "./panic-v2/customers/operations.ts";
import { deviceOperations } from "./panic-v2/devices/operations.ts";
import { leadOperations } from "./panic-v2/leads/operations.ts";
import { notifierOperations } from "./panic-v2/notifiers/operations.ts";
import { oauthOperations } from "./panic-v2/oauth/operations.ts";
import { fixedLocationOperations } from "./panic-v2/predefined-locations/operations.ts";
import { ratingOperations } from "./panic-v2/ratings/operations.ts";
import { listResponseTypes } from "./panic-v2/response-types/list-response-types/route.ts";
import { scheduledOperations } from "./panic-v2/scheduled/operations.ts";
import { managementOperations } from "./panic-v2/subscription-management/operations.ts";
import { subscriptionOperations } from "./panic-v2/subscriptions/operations.ts";
import { answerOddRequests, arrivalMilliseconds, refuseBrokenRequest } from "./plugins/broken-request.ts";
import { allowOrigins } from "./plugins/cors.ts";
import { errorAnswers, refuseUnroutable } from "./plugins/errors.ts";
import { jsonBody } from "./plugins/json-body.ts";
import { readRefusedBodies } from "./plugins/refused-body.ts";
import { register } from "./register.ts";
import { responderOperations } from "./responder/operations.ts";
import type { Operation } from "./route.ts";
import { jwks } from "./well-known/jwks/route.ts";

/** Every operation of the Panic API v2 this server answers. */
export const operations: readonly Operation[] = [
  ...oauthOperations,
  jwks,
  listResponseTypes,
  ...fixedLocationOperations,
  ...calloutOperations,
  ...customerOperations,
  ...subscriptionOperations,
  ...ratingOperations,
  ...notifierOperations,
  ...leadOperations,
  ...coverageOperations,
  ...scheduledOperations,
  ...deviceOperations,
  ...signupOperations,
  ...managementOperations,
];

/** What this server answers, door by door: each has a document of its own. */
export const apis: readonly Api[] = [
  { ...panicDoor, operations },
  { ...controlDoor, operations: controlOperations },
  { ...responderDoor, operations: responderOperations },
];

/** For whoever watches over the node; no part of the API. */
const probes: readonly Operation[] = [getHealth, getReadiness];

/** The HTTP side of the process, ready to listen. */
export async function buildApp(context: AppContext): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = context.log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: 1024 * 1024,
    requestTimeout: arrivalMilliseconds,
    // Node holds a body to the limit above only where headers get no more time than that
    http: {
      headersTimeout: arrivalMilliseconds,
      connectionsCheckingInterval: 1_000,
      requireHostHeader: false,
    },
    connectionTimeout: 60_000,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 2_048, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
    clientErrorHandler: refuseBrokenRequest,
    frameworkErrors: refuseUnroutable,
  });
  app.decorateRequest("caller", null);
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
  });
  // open streams would hold up the stop: they end, and their clients go to another node
  app.addHook("preClose", () => context.streams.stop());
  answerOddRequests(app);
  await allowOrigins(app, context.settings.corsOrigins);
  jsonBody(app);
  errorAnswers(app);
  readRefusedBodies(app);
  for (const operation of [...apis.flatMap((api) => api.operations), ...probes])
    register(app, context, operation);
  trackingPageRoute(app, context);
  calloutMapRoute(app, context);
  signupPageRoute(app, context);
  managePageRoute(app, context);
  for (const api of apis) openApiRoute(app, context, api);
  docsRoutes(app, context, apis);
  await app.ready();
  return app;
}
