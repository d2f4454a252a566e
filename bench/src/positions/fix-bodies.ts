import { seeded } from "@tocsin/testkit";
import type { BenchSupplier } from "../ground/supplier.ts";
import { spots } from "./fleet.ts";

const fixesPerBody = 1_000;
/** Each responder is seen at so many places in turn. */
const steps = 4;
/** A minute at 60 km/h. */
const stepDegrees = 0.01;
/** As long as an instant is written. */
const placeholder = "recorded-at-this-instant";

export interface FixBodies {
  readonly fixesPerBody: number;
  /** The next batch of fixes as a whole HTTP request, of now and of other responders than the one before. */
  next(): string;
}

/** Requests are written beforehand but for their instants: the generator shares the machine with what it measures. */
export function prepareBodies({ responderIds }: BenchSupplier, token: string): FixBodies {
  const random = seeded(7);
  const homes = spots(responderIds.length, 1);
  const wander = (degrees: number): string => (degrees + (random() - 0.5) * stepDegrees).toFixed(6);
  const write = (from: number): string[] => {
    const fixes = responderIds.slice(from, from + fixesPerBody).map((responderId, index) => {
      const { latitude = 0, longitude = 0 } = homes[from + index] ?? {};
      return `{"responderId":${responderId},"latitude":${wander(latitude)},"longitude":${wander(longitude)},"accuracy":5,"speed":12.5,"heading":270,"recordedAt":"${placeholder}"}`;
    });
    return `{"positions":[${fixes.join(",")}]}`.split(placeholder);
  };
  const groups = Math.ceil(responderIds.length / fixesPerBody);
  const bodies = Array.from({ length: steps * groups }, (_, index) => write((index % groups) * fixesPerBody));
  let sent = 0;
  return {
    fixesPerBody,
    next() {
      const body = bodies[sent++ % bodies.length]?.join(new Date().toISOString()) ?? "";
      const headers = `host: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
      return `POST /responder/v1/fleet/positions HTTP/1.1\r\n${headers}\r\n\r\n${body}`;
    },
  };
}
