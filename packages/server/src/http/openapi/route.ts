import type { FastifyInstance } from "fastify";
import type { AppContext } from "../../context.ts";
import type { Operation } from "../route.ts";
import { openApiDocument } from "./document.ts";

/** `/openapi.json`, written once: nothing of it changes while the process runs. */
export function openApiRoute(
  app: FastifyInstance,
  { settings }: AppContext,
  operations: readonly Operation[],
): void {
  let text: string | undefined;
  app.get("/openapi.json", async (_request, reply) => {
    text ??= JSON.stringify(openApiDocument(operations, settings.publicUrl));
    return reply.type("application/json; charset=utf-8").send(text);
  });
}
