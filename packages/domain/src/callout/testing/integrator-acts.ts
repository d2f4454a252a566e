import fc from "fast-check";
import { act } from "./act.ts";
import { end, isGoing } from "./model.ts";
import { customer, integrator, request, somewhere } from "./people.ts";

const cancels = fc
  .tuple(fc.constantFrom("plain", "verified", "duress"), fc.constantFrom(integrator, customer))
  .map(([kind, by]) =>
    act(`${by.kind} cancels: ${kind}`, (model) => ({
      event: { type: "cancelled", kind, reason: null, by },
      isLegal: model.ended === null && !(model.duress && (kind === "duress" || by === customer)),
      note: () => {
        if (kind === "duress") model.duress = true;
        else end(model, "cancelled");
      },
    })),
  );

const simpleActs = fc.constantFrom(
  act("the same is raised again", (model) => ({
    event: { type: "raisedAgain", request, by: integrator },
    isLegal: isGoing(model) && !model.duress,
    note: () => {},
  })),
  act("a new incident takes its place", (model) => ({
    event: { type: "superseded" },
    isLegal: model.ended === null && model.isCompleted,
    note: () => end(model, "closed"),
  })),
  act("the integrator dismisses", (model) => ({
    event: { type: "dismissed", by: integrator },
    isLegal: model.ended !== "closed",
    note: () => end(model, "closed"),
  })),
  act("the person moves", (model) => ({
    event: { type: "moved", position: somewhere, by: customer },
    isLegal: model.ended !== "closed",
    note: () => {},
  })),
  act("somebody comments", () => ({
    event: { type: "commented", message: "at the gate", source: null, by: integrator },
    isLegal: true,
    note: () => {},
  })),
);

/** What the partner's server and the customer do. */
export const integratorActs = fc.oneof(cancels, simpleActs);
