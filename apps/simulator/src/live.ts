import type { Character } from "./character.ts";
import { Refused, type ResponderApp } from "./responder-app.ts";
import type { Chance, World } from "./types.ts";

const secondsBetweenLooks = 1;
/** However fast time runs, a node has other things to do too. */
const fewestMillisecondsBetweenLooks = 200;
/** The server is away, or does not want us: longer than that nobody waits for the demo to go on. */
const secondsAfterTrouble = 3;
/** Ten wrong PINs in 15 minutes and the door stays shut. */
const secondsAfterWrongPin = 120;

export interface Life {
  readonly login: string;
  readonly app: ResponderApp;
  readonly character: Character;
  readonly chance: Chance;
  readonly speed: number;
  readonly world: World;
  readonly onTrouble: (trouble: { readonly login: string; readonly error: unknown }) => void;
}

/** Looks at the app, does what there is to do, waits a moment, and so on until the signal. */
export async function live(life: Life, signal: AbortSignal): Promise<void> {
  const { login, chance, speed, world, onTrouble } = life;
  const pause = Math.max(fewestMillisecondsBetweenLooks, (secondsBetweenLooks * 1000) / speed);
  // not all at the same instant
  await world.sleep(chance() * pause, signal);
  while (!signal.aborted) {
    let rest = pause;
    try {
      await lookAndAct(life);
    } catch (error) {
      if (signal.aborted) return;
      onTrouble({ login, error });
      rest = restAfter(error);
    }
    await world.sleep(rest, signal);
  }
}

async function lookAndAct({ app, character, world }: Life): Promise<void> {
  const state = await app.look();
  for (const act of character.next(state, world.now())) {
    try {
      await app.do(act);
    } catch (error) {
      // too late, or somebody else did it: the next look shows how it is
      if (!(error instanceof Refused) || (error.status !== 409 && error.status !== 404)) throw error;
    }
  }
}

function restAfter(error: unknown): number {
  return (error instanceof Refused && error.isWrongPin ? secondsAfterWrongPin : secondsAfterTrouble) * 1000;
}
