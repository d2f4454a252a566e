import type { JsonSchema } from "../json-schema.ts";
import type { SecurityRequirement } from "./security.ts";

/** The part of OpenAPI 3.1 that we write, and that the reference pages read. */
export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: Readonly<Record<string, unknown>> & { readonly title: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  /** What the server sends by itself. */
  readonly webhooks?: Readonly<Record<string, WebhookItem>>;
  readonly components: Components;
}

export interface Components {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly responses: Readonly<Record<string, Response>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly headers: Readonly<Record<string, Header>>;
  readonly securitySchemes: Readonly<Record<string, unknown>>;
}

export type PathItem = Readonly<Record<string, OperationObject>>;

export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly deprecated?: true;
  readonly security: readonly SecurityRequirement[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody;
  readonly responses: Readonly<Record<string, Response | Reference>>;
  /** Status → every value that `x-error-code` may have. */
  readonly "x-error-codes": Readonly<Record<string, readonly string[]>>;
}

/** A request that a partner receives. */
export interface WebhookItem {
  readonly post: Pick<OperationObject, "operationId" | "summary" | "description" | "tags"> & {
    readonly parameters: readonly Parameter[];
    readonly requestBody: RequestBody;
    readonly responses: Readonly<Record<string, { readonly description: string }>>;
  };
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: Content;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

export interface Response {
  readonly description: string;
  readonly headers: Readonly<Record<string, Header | Reference>>;
  readonly content?: Content;
}

export type Content = Readonly<Record<string, MediaType>>;

export interface MediaType {
  readonly schema: JsonSchema;
  readonly examples?: Readonly<Record<string, Example>>;
  /** Of a stream: event name → the schema of its data. */
  readonly "x-events"?: Readonly<Record<string, JsonSchema>>;
}

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

export interface Header {
  readonly description: string;
  readonly schema: JsonSchema;
}

export interface Reference {
  readonly $ref: string;
  /** Says more than the description of what is referred to, and stands in its place. */
  readonly description?: string;
}
