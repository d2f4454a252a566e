import { earliestArrivalMinutes, type VisitPhase, type VisitRefusal } from "@tocsin/domain";
import { AppError, notFound } from "../errors.ts";
import type { Visit } from "./types.ts";

export function noSuchService(id: string): AppError {
  return notFound(`Scheduled service ${id}`);
}

export function noSuchVisit(id: number): AppError {
  return notFound(`Visit ${id}`);
}

const inPhase: Readonly<Record<VisitPhase, string>> = {
  planned: "nobody is to go there yet",
  assigned: "somebody is to go there, and has not arrived",
  arrived: "the responder is there",
  completed: "it is done",
  missed: "nobody was there by the end of its window",
  cancelled: "it was called off",
};

/** 409 with the state. A window that is over makes a visit missed before the clockwork has looked. */
export function visitRefused(
  { id, phase, startsAt, endsAt }: Pick<Visit, "id" | "phase" | "startsAt" | "endsAt">,
  reason: VisitRefusal,
): AppError {
  if (reason === "notTheirs") return noSuchVisit(id);
  const visitState = reason === "windowOver" ? "missed" : phase;
  const why =
    reason === "tooEarly"
      ? `its window begins at ${startsAt.toString()}; an arrival is taken from ${earliestArrivalMinutes} minutes before`
      : inPhase[visitState];
  const window = visitState === "missed" ? ` (${endsAt.toString()})` : "";
  return new AppError("visit-state", `Visit ${id} is ${visitState}: ${why}${window}.`, {
    members: { visitState },
  });
}
