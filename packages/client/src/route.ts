/** What fetch can send beside JSON: a form, a file, text. */
export type Body = FormData | Blob | URLSearchParams | ArrayBuffer | Uint8Array<ArrayBuffer> | string;

/** What an operation takes that takes nothing. */
export interface Nothing {
  readonly body?: never;
}

/** Where an operation goes, and how it is called. */
export interface Route {
  readonly method: string;
  /** From the server's address; `{name}` stands for a parameter. */
  readonly path: string;
  /** Names of the parameters that go into the query. */
  readonly query: readonly string[];
  /** True: called without a token. */
  readonly open: boolean;
  /** True: honours `Idempotency-Key`, so that sending it again is safe. */
  readonly keyed: boolean;
}

export type RouteTable<Operations> = { readonly [Name in keyof Operations]: Route };
