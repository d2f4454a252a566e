import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** What a page may read of an answer beside its body. */
const exposedHeaders = ["ETag", "Link", "Retry-After", "X-Error-Code", "X-Request-Id"];
const preflightSeconds = 3_600;

/** Lets pages of these origins, and no others, call the API from a browser. Without any there is no trace of CORS at all. */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...origins],
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    exposedHeaders,
    maxAge: preflightSeconds,
  });
}
