import { z } from "zod";
import { operation } from "../../route.ts";

export const getHealth = operation({
  method: "GET",
  path: "/healthz",
  operationId: "get-health",
  summary: "The process lives",
  description: "Says nothing about the database: restarting this process would not bring that one back.",
  tag: "operations",
  access: "open",
  answers: { 200: z.object({ status: z.literal("alive") }) },
  errors: [],
  handle: async () => ({ status: 200, body: { status: "alive" } }),
});
