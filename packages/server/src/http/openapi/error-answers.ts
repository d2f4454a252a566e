import { STATUS_CODES } from "node:http";
import { errorAnswer } from "@tocsin/wire";
import { type ErrorCode, errorCodes } from "../../errors.ts";
import { possibleErrors } from "../possible-errors.ts";
import type { Operation } from "../route.ts";
import type { Exchanges } from "./exchanges.ts";
import { headerReference } from "./headers.ts";
import { mediaType } from "./media-type.ts";
import type { NamedSchemas } from "./named-schemas.ts";
import type { Reference, Response } from "./types.ts";

/** An operation's error answers: the shared ones, each with the codes that this operation may give. */
export function errorAnswers(operation: Operation): Readonly<Record<string, Reference>> {
  const answers: Record<string, Reference> = {};
  for (const [status, codes] of codesByStatus(possibleErrors(operation))) {
    answers[status] = {
      $ref: `#/components/responses/${nameOf(status)}`,
      description: describe(status, codes),
    };
  }
  return answers;
}

/** The same for programs: status → codes. */
export function errorCodesOf(operation: Operation): Readonly<Record<string, readonly ErrorCode[]>> {
  return Object.fromEntries(codesByStatus(possibleErrors(operation)));
}

/** The error answers that operations share: one for each status, with every code that one of them may answer. */
export function sharedErrorAnswers(
  operations: readonly Operation[],
  schemas: NamedSchemas,
  exchanges: Exchanges,
): Readonly<Record<string, Response>> {
  const met = new Set(operations.flatMap(possibleErrors));
  const codes = (Object.keys(errorCodes) as ErrorCode[]).filter((code) => met.has(code));
  const answers: Record<string, Response> = {};
  for (const [status, its] of codesByStatus(codes)) {
    answers[nameOf(status)] = errorAnswerOf(status, its, schemas, exchanges);
  }
  return answers;
}

function codesByStatus(codes: readonly ErrorCode[]): ReadonlyMap<number, readonly ErrorCode[]> {
  return Map.groupBy(codes, (code) => errorCodes[code]);
}

function errorAnswerOf(
  status: number,
  codes: readonly ErrorCode[],
  schemas: NamedSchemas,
  exchanges: Exchanges,
): Response {
  const shown = (exchanges.get("errors") ?? []).filter(({ name }) =>
    (codes as readonly string[]).includes(name),
  );
  const schema = { type: "string", enum: codes };
  return {
    description: describe(status, codes),
    headers: {
      "x-request-id": headerReference("RequestId"),
      "x-error-code": { description: "Stable code of the error; /docs/errors explains each.", schema },
      ...(status === 401 ? { "www-authenticate": headerReference("Authenticate") } : {}),
      ...(status === 503 ? { "retry-after": headerReference("RetryAfter") } : {}),
    },
    content: {
      "application/json": mediaType(schemas.use(errorAnswer, "output"), shown, ({ answer }) => answer.body),
    },
  };
}

function describe(status: number, codes: readonly ErrorCode[]): string {
  return `${STATUS_CODES[status]}: ${codes.map((code) => `\`${code}\``).join(", ")}.`;
}

function nameOf(status: number): string {
  return (STATUS_CODES[status] ?? `Status${status}`).replaceAll(/\W/g, "");
}
