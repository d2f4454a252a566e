import type { FastifyInstance } from "fastify";
import type { AppContext } from "../../context.ts";
import { openApiDocument } from "./document.ts";
import type { Api } from "./doors.ts";

/** A door's document, written once: nothing of it changes while the process runs. */
export function openApiRoute(app: FastifyInstance, { settings }: AppContext, api: Api): void {
  let text: string | undefined;
  app.get(api.documentPath, async (_request, reply) => {
    text ??= JSON.stringify(openApiDocument(api.operations, settings.publicUrl, undefined, api));
    return reply.type("application/json; charset=utf-8").send(text);
  });
}
