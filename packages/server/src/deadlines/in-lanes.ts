/**
 * Works on items side by side, `lanes` at a time.
 * @throws the first failure, after every lane has ended: nothing goes on behind the caller's back
 */
export async function inLanes<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const waiting = items.values();
  const results: Result[] = [];
  const lane = async (): Promise<void> => {
    for (const item of waiting) results.push(await work(item));
  };
  const outcomes = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  return results;
}
