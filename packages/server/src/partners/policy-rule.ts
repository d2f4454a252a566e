/** What one policy may be, and how it is written on a command line. */
export interface PolicyRule {
  /** Ends the sentence "<policy> must be …". */
  readonly expected: string;
  /** The value that a text means, undefined when it means none. Whether it may be is for {@link accepts} to say. */
  readonly read: (text: string) => unknown;
  readonly accepts: (value: unknown) => boolean;
  /** What inside of a value is not accepted, where that says more than {@link expected}. */
  readonly locate?: (value: unknown) => Fault | undefined;
}

export interface Fault {
  /** Dotted, from the policy. */
  readonly member: string;
  /** Ends the sentence "<policy>.<member> must be …". */
  readonly expected: string;
}
