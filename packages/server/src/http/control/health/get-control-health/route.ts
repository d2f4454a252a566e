import { type ControlHealth, controlHealth } from "@tocsin/wire";
import { type Health, readHealth } from "../../../../control-room/index.ts";
import { presentInstant, presentInstantOrNull } from "../../../panic-v2/callouts/present-instant.ts";
import { operation } from "../../../route.ts";

export const getControlHealth = operation({
  method: "GET",
  path: "/control/v1/health",
  operationId: "get-control-health",
  summary: "How the installation is doing, part by part",
  tag: "Control room: health",
  access: "operator",
  answers: { 200: controlHealth },
  errors: [],
  async handle({ context }) {
    return { status: 200, body: present(await readHealth(context)) };
  },
});

function present({ isWell, engine, visits, database, webhooks, positionFeeds }: Health): ControlHealth {
  const { isWell: engineIsWell, oldestOverdue, ...measures } = engine;
  return {
    status: statusOf(isWell),
    engine: {
      status: statusOf(engineIsWell),
      ...measures,
      oldestOverdue: oldestOverdue && { ...oldestOverdue, dueAt: presentInstant(oldestOverdue.dueAt) },
    },
    visits: {
      status: statusOf(visits.isWell),
      lagSeconds: visits.lagSeconds,
      missed: visits.missed,
      lastMissedAt: presentInstantOrNull(visits.lastMissedAt),
    },
    database: { status: statusOf(database.isWell), problem: database.problem },
    webhooks,
    positionFeeds: [...positionFeeds],
  };
}

function statusOf(isWell: boolean): "ok" | "failing" {
  return isWell ? "ok" : "failing";
}
