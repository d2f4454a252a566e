/** A file that is written from a source of truth, committed, and held against it. */
export interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  write(): Promise<string> | string;
}
