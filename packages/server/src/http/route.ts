import type { z } from "zod";
import type { AppContext } from "../context.ts";
import type { Queryable } from "../db/index.ts";
import type { ErrorCode, FieldError } from "../errors.ts";
import type { Access, AnyCaller, Callers } from "./access/callers.ts";
import type { Subject } from "./access/own-subject.ts";

/** One operation of the API: what it takes, what it answers, and one handler that delegates. */
export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** Also the name of the folder, of the log field and of the fixture folder. */
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  /** Who may call. */
  readonly access: Access;
  /**
   * Where a person's token may call: what the request is about, which must be theirs or is not there (404). Null: about
   * nothing of anybody's, or about the caller, whoever that is.
   */
  readonly about?: (request: Asked) => Subject | null;
  /** Since when clients should use another one. An instant, ISO 8601. */
  readonly deprecatedSince?: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The same request as a form (application/x-www-form-urlencoded). Absent: a form is answered 415. */
  readonly form?: z.ZodType;
  /** The media types of a body that is taken as it comes, bytes and no JSON. */
  readonly upload?: readonly string[];
  /** The body is a form with files (multipart/form-data), each of at most so many bytes. */
  readonly multipart?: { readonly fileBytes: number };
  /** Other paths that it is served under, for those who know it by them. */
  readonly aliases?: readonly string[];
  /** Its answer goes on until the client leaves, so there is none to HEAD. */
  readonly endless?: true;
  /** The server-sent events of such an answer: name → data. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
  /** What is wrong with a body for this caller or on this node alone, found beside the schema's own findings. Body and path are as they came. */
  readonly judgeBody?: (
    caller: Callers["callout"],
    body: unknown,
    context: AppContext,
    params: unknown,
  ) => readonly FieldError[];
  /** The same of what only the database knows; asked beside the schema too, so that one answer names all that is wrong. */
  readonly judgeStored?: (
    caller: Callers["callout"],
    body: unknown,
    db: Queryable,
  ) => Promise<readonly FieldError[]>;
  /** Bytes; 1 MiB unless the contract says otherwise. */
  readonly bodyLimit?: number;
  /** Status → schema of the answer. Errors are the same everywhere and not listed. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Media types that its 200 may have instead of JSON, for whoever asks for one with Accept; the only ones if its schema is null. */
  readonly files?: readonly string[];
  /** Headers of its answers beside the general ones: name → what it says. */
  readonly answerHeaders?: Readonly<Record<string, string>>;
  /** The errors of its own; those that follow from what it takes are known (possible-errors.ts). */
  readonly errors: readonly ErrorCode[];
  readonly handle: (input: Input) => Promise<Answer>;
}

/** On every POST of a partner but those for tokens, which are never kept; keys are a tenant's (panic-v2 §1.9). */
export function honoursIdempotencyKey({ method, path, access }: Operation): boolean {
  return method === "POST" && !path.includes("/oauth/") && (access === "server" || isPersonal(access));
}

/** Whether a token that was made for one person may call. */
function isPersonal(access: Access): access is "callout" | "customer" {
  return access === "callout" || access === "customer";
}

/** What a request names, checked. */
interface Asked<Params = unknown, Body = unknown> {
  readonly params: Params;
  readonly body: Body;
}

/** What a handler gets: everything checked, nothing of the HTTP library. */
export interface Input<Params = unknown, Query = unknown, Body = unknown, Who = AnyCaller> {
  readonly context: AppContext;
  readonly caller: Who;
  /** Looks for the caller anew, as before the handler; rejects when the token has ended. For answers that go on. */
  readonly verifyCaller: () => Promise<unknown>;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The pool; or, under an Idempotency-Key, the transaction that also keeps the answer. */
  readonly db: Queryable;
  /** True under an Idempotency-Key: write through `db` alone, so that answer and effect commit together. */
  readonly keyed: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Said of every operation that a person's token may call, and of no other. */
type About<Who, Request> = Who extends "callout" | "customer"
  ? { readonly about: (request: Request) => Subject | null }
  : { readonly about?: undefined };

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type ParsedForm<Schema> = Schema extends z.ZodType ? z.output<Schema> : never;

/** Declares an operation; the schemas give the handler's types. */
export function operation<
  Who extends Access,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Form extends z.ZodType | undefined = undefined,
>(
  spec: Omit<Operation, "access" | "about" | "params" | "query" | "body" | "form" | "handle"> & {
    readonly access: Who;
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: Body;
    readonly form?: Form;
    readonly handle: (
      input: Input<Parsed<Params>, Parsed<Query>, Parsed<Body> | ParsedForm<Form>, Callers[Who]>,
    ) => Promise<Answer>;
  } & About<Who, Asked<Parsed<Params>, Parsed<Body>>>,
): Operation {
  return spec as unknown as Operation;
}
