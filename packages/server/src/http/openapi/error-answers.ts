import { STATUS_CODES } from "node:http";
import { errorAnswer } from "@tocsin/wire";
import { errorCodes } from "../../errors.ts";
import { honoursIdempotencyKey, type Operation } from "../route.ts";
import type { Exchanges } from "./exchanges.ts";
import { headerReference } from "./headers.ts";
import type { NamedSchemas } from "./named-schemas.ts";
import type { Reference, Response } from "./types.ts";

/** Every error status an operation can answer: its own, and those that come with what it takes. */
export function errorStatuses(operation: Operation): readonly number[] {
  const { access, params, query, body, errors } = operation;
  const statuses = new Set([...errors, 500, 503]);
  if (access !== "open") statuses.add(401);
  if (params ?? query ?? body) statuses.add(400);
  if (body) statuses.add(413).add(415);
  if (honoursIdempotencyKey(operation)) statuses.add(400).add(409);
  return [...statuses].toSorted((a, b) => a - b);
}

export function errorReference(status: number): Reference {
  return { $ref: `#/components/responses/${nameOf(status)}` };
}

/** One answer for each status of the error registry, with every code that it may carry. */
export function errorResponses(
  schemas: NamedSchemas,
  exchanges: Exchanges,
): Readonly<Record<string, Response>> {
  const statuses = [...new Set<number>(Object.values(errorCodes))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [nameOf(status), errorResponse(status, schemas, exchanges)]),
  );
}

/** The codes an error of this status may carry in `x-error-code`. */
export function codesOf(status: number): readonly string[] {
  return Object.entries(errorCodes).flatMap(([code, its]) => (its === status ? [code] : []));
}

function errorResponse(status: number, schemas: NamedSchemas, exchanges: Exchanges): Response {
  const codes = codesOf(status);
  const known = (exchanges.get("errors") ?? []).filter(({ name }) => codes.includes(name));
  const examples = Object.fromEntries(
    known.map(({ name, summary, answer }) => [name, { summary, value: answer.body }]),
  );
  return {
    description: `${STATUS_CODES[status]}. \`x-error-code\` says which: ${codes.map((code) => `\`${code}\``).join(", ")}.`,
    headers: {
      "x-request-id": headerReference("RequestId"),
      "x-error-code": {
        description: "Stable code of the error; /docs/errors explains each.",
        schema: { type: "string", enum: codes },
      },
      ...(status === 401 ? { "www-authenticate": headerReference("Authenticate") } : {}),
      ...(status === 503 ? { "retry-after": headerReference("RetryAfter") } : {}),
    },
    content: {
      "application/json": {
        schema: schemas.use(errorAnswer, "output"),
        ...(known.length > 0 ? { examples } : {}),
      },
    },
  };
}

function nameOf(status: number): string {
  return (STATUS_CODES[status] ?? `Status${status}`).replaceAll(/\W/g, "");
}
