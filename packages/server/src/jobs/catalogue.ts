import type { Queryable } from "../db/index.ts";

/** What there is to do beside requests, and what each is told. */
export interface JobCatalogue {
  /** The files of places that a tenant has sent and that wait, the oldest first. */
  "import-locations": { readonly customerSourceId: number };
  /** Tell whoever sent a file what became of it. */
  "report-location-import": { readonly customerSourceId: number; readonly importId: number };
  /** Remove what has had its time, of all tenants. */
  "clear-away": Readonly<Record<string, never>>;
}

export type JobName = keyof JobCatalogue;

export interface JobSender {
  /** Leaves a job in the transaction that it belongs to: it is done some time after the commit, at least once. */
  send<Name extends JobName>(
    tx: Pick<Queryable, "query">,
    name: Name,
    told: JobCatalogue[Name],
  ): Promise<void>;
}

/** Does each job. Whatever throws is tried again, after a while. */
export type JobHandlers = {
  readonly [Name in JobName]: (told: JobCatalogue[Name], stopping: AbortSignal) => Promise<void>;
};
