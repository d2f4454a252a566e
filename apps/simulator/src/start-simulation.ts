import { createChance } from "./chance.ts";
import { createCharacter } from "./character.ts";
import { type Life, live } from "./live.ts";
import { realWorld } from "./real-world.ts";
import { createResponderApp } from "./responder-app.ts";
import type { SimulatedPerson, World } from "./types.ts";

export interface SimulationOptions {
  /** Of a node, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly people: readonly SimulatedPerson[];
  /** The same seed gives the same people. */
  readonly seed: number;
  /** 1: people take their time; 2: half of it. */
  readonly speed: number;
  /** Hears of what goes wrong; they go on by themselves. */
  readonly onTrouble?: Life["onTrouble"];
  readonly world?: World;
}

export interface Simulation {
  /** Ends everybody's calls at once. */
  stop(): Promise<void>;
}

/** Lets people work at the responder door of a node, as their apps would, until they are stopped. */
export function startSimulation(options: SimulationOptions): Simulation {
  const { address, people, seed, speed, onTrouble = () => undefined, world = realWorld } = options;
  const stop = new AbortController();
  const lives = people.map((person, index) => {
    const chance = createChance(seed + index);
    const app = createResponderApp(address, person, world, stop.signal);
    const character = createCharacter(person.home, chance, speed);
    return live({ login: person.login, app, character, chance, speed, world, onTrouble }, stop.signal);
  });
  return {
    async stop() {
      stop.abort();
      await Promise.all(lives);
    },
  };
}
