/** Who goes first where work has to wait. */
export type Rank = "urgent" | "usual";

/** One lane in so many goes to what is not urgent: it would wait for ever in a storm of what is. */
const turns = 4;

/** A fixed number of pieces of work side by side, whoever brings them. */
export interface Lanes {
  /** @throws the first failure, once nothing of these goes on; what had not begun by then is left undone */
  each<Item, Result>(
    rank: Rank,
    items: readonly Item[],
    work: (item: Item) => Promise<Result>,
  ): Promise<Result[]>;
}

export function createLanes(count: number): Lanes {
  const waiting: Readonly<Record<Rank, (() => void)[]>> = { urgent: [], usual: [] };
  let free = count;
  let turn = 0;

  async function enter(rank: Rank): Promise<void> {
    if (free > 0) {
      free--;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting[rank].push(resolve);
    await promise;
  }

  function leave(): void {
    turn = (turn + 1) % turns;
    const [one, other] = turn === 0 ? [waiting.usual, waiting.urgent] : [waiting.urgent, waiting.usual];
    const next = one.shift() ?? other.shift();
    if (next) next();
    else free++;
  }

  async function each<Item, Result>(
    rank: Rank,
    items: readonly Item[],
    work: (item: Item) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = [];
    const failures: unknown[] = [];
    const one = async (item: Item): Promise<void> => {
      await enter(rank);
      try {
        if (failures.length === 0) results.push(await work(item));
      } catch (error) {
        failures.push(error);
      } finally {
        leave();
      }
    };
    await Promise.all(items.map(one));
    if (failures.length > 0) throw failures[0];
    return results;
  }

  return { each };
}
