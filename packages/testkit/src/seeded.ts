/** A repeatable source of numbers in [0, 1) (mulberry32). A failing round names its seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many crash rounds to run: few in `npm test`, all of them in `npm run test:crash`, else as many as somebody asks for. */
export function crashRounds(all: number): number {
  const asked = process.env.TOCSIN_CRASH_ROUNDS;
  return asked === "full" ? all : Number(asked ?? 3);
}

/** What chance in tests starts from: the same in every run, and another one when `TOCSIN_SEED` says so. */
export function testSeed(): number {
  return Number(process.env.TOCSIN_SEED ?? 20_261_123);
}
