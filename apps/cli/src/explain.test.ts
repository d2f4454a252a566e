import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { addResponders, raiseCallout, useSystem } from "@tocsin/testkit";
import { beforeEach, expect, test } from "vitest";

const program = fileURLToPath(new URL("../bin/tocsin.js", import.meta.url));
const system = useSystem();
let calloutId = Number.NaN;
let nearest = Number.NaN;
let other = Number.NaN;

interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly complaint: string;
}

function explain(...args: string[]): Promise<Outcome> {
  const { server, database } = system;
  const DATABASE_URL = `postgresql://${server.user}@${encodeURIComponent(server.host)}:${server.port}/${database}`;
  const env = { PATH: process.env.PATH, DATABASE_URL };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "explain", ...args], { env }, (error, output, complaint) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output, complaint });
    });
  });
}

beforeEach(async () => {
  const { db, fleet } = system.context;
  await db.query({ text: "truncate callout, callout_event, deadline, outbox, offer, engagement, decision" });
  await db.query({ text: "update responder set on_duty = false" });
  await fleet.refresh([...fleet.entries()].map(({ responder }) => responder.id));
  const [one, two] = await addResponders(system, 2);
  nearest = one?.responderId ?? Number.NaN;
  other = two?.responderId ?? Number.NaN;
  calloutId = (await raiseCallout(system)).id;
  await system.drain();
});

async function tamper(text: string): Promise<void> {
  await system.context.db.query({ text, values: [calloutId] });
}

test("says who was asked and why, and that ranking the stored inputs again gives the same", async () => {
  const { exitCode, output, complaint } = await explain(String(calloutId));
  expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "" });
  const lines = output.split("\n");
  expect(lines[0]).toMatch(
    new RegExp(`^Callout ${calloutId} of acme: .+, raised 2026-01-15T08:00:00Z, now offering$`),
  );
  expect(output).toMatch(
    new RegExp(
      `entry 2: offered to Responder 1 \\(Supplier [0-9a-f]+\\), ${nearest} until 2026-01-15T08:00:20Z`,
    ),
  );
  expect(output).toContain(`, ${nearest}: fit; ETA 0 s (estimate); 0 m away; position 0 s old`);
  expect(output).toContain(`, ${other}: fit; ETA 12 s (estimate); 100 m away; position 0 s old`);
  expect(lines.at(-2)).toBe("  Ranked again from what is stored: the same.");
});

test("those who were nearer and not asked are named with the reason", async () => {
  const second = (await raiseCallout(system)).id;
  await system.drain();
  const { output } = await explain(String(second));
  expect(output).toMatch(new RegExp(`entry 2: offered to .*, ${other} until`));
  expect(output).toContain(`, ${nearest}: not fit: is being asked by a callout; ETA 0 s`);
});

test("nobody near enough: that the control room was alarmed, and who was too far by which limit", async () => {
  const { db, fleet } = system.context;
  await db.query({ text: "update responder set on_duty = false" });
  await fleet.refresh([nearest, other]);
  const [faraway] = await addResponders(system, 1, { near: { latitude: -33.92, longitude: 18.42 } });
  const id = (await raiseCallout(system)).id;
  await system.drain();
  const { exitCode, output } = await explain(String(id));
  expect(exitCode).toBe(0);
  expect(output).toContain("entry 2: nobody is near enough; the control room was alarmed");
  expect(output).toContain(`, ${faraway?.responderId}: not fit: too far (needs longer than 7200 s); ETA `);
});

test("a decision that was tampered with differs when it is ranked again: said, with exit code 1", async () => {
  await tamper(
    "update decision set ranking = jsonb_set(ranking, '{0,etaSeconds}', '1') where callout_id = $1",
  );
  const { exitCode, output } = await explain(String(calloutId));
  expect(exitCode).toBe(1);
  expect(output).toContain("RANKED AGAIN FROM WHAT IS STORED IT DIFFERS");
  const asJson = await explain(String(calloutId), "--json");
  expect(asJson.exitCode).toBe(1);
  expect(JSON.parse(asJson.output)).toMatchObject([
    { calloutId, decisions: [{ replay: { kind: "differs" } }] },
  ]);
});

test("nobody asked: that is said", async () => {
  await tamper("delete from decision where callout_id = $1");
  const { exitCode, output } = await explain(String(calloutId));
  expect(exitCode).toBe(0);
  expect(output).toContain("No look has found anybody to ask.");
});

test("no such callout, and no such id", async () => {
  expect(await explain("1")).toMatchObject({ exitCode: 1, complaint: "There is no callout 1.\n" });
  expect((await explain("one")).complaint).toContain("A callout's id is a whole number.");
});
