/** Ids to read; null: everybody. */
export type Wanted = readonly number[] | null;

/**
 * One read after another, or an older answer could overtake a newer one. Whoever asks while one is under way is served by
 * the next, together with all others who ask meanwhile.
 */
export interface ReadsInTurn {
  /** Resolves when what was read is at least as new as this call. What could not be read is wanted still. */
  ask(wanted: Wanted): Promise<void>;
  /** The read that was asked for last; null when none ever was. */
  readonly last: Promise<void> | null;
}

export function createReadsInTurn(read: (wanted: Wanted) => Promise<void>): ReadsInTurn {
  let wanted: ReadonlySet<number> | null = new Set();
  let last: Promise<void> | null = null;
  let upcoming: Promise<void> | null = null;

  async function readWanted(): Promise<void> {
    const ids = wanted && [...wanted];
    wanted = new Set();
    upcoming = null;
    try {
      await read(ids);
    } catch (error) {
      wanted = join(wanted, ids);
      throw error;
    }
  }

  return {
    get last() {
      return last;
    },
    ask(ids) {
      wanted = join(wanted, ids);
      upcoming ??= (last ?? Promise.resolve()).then(readWanted, readWanted);
      last = upcoming;
      return upcoming;
    },
  };
}

function join(wanted: ReadonlySet<number> | null, ids: Wanted): ReadonlySet<number> | null {
  return wanted && ids && new Set([...wanted, ...ids]);
}
