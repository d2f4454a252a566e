import fc from "fast-check";
import { act } from "./act.ts";
import { dropOffer, dropOffers, dropWork, end, isGoing } from "./model.ts";
import { controller, day, night } from "./people.ts";

const responders = fc.constantFrom(1, 2, 3);
const operators = fc.constantFrom(night, day);

const controllerCompletes = fc.constant(
  act("the controller completes", (model) => ({
    event: { type: "completed", assignmentId: null, outcome: null, notes: null, by: controller },
    isLegal: model.sent.size > 0,
    note: () => {
      for (const responderId of model.sent.keys()) dropWork(model, responderId);
      dropOffers(model);
      model.isCompleted = true;
    },
  })),
);

const sendsByHand = fc
  .tuple(responders, fc.boolean(), fc.boolean(), fc.boolean())
  .map(([responderId, additional, isUnfit, overrides]) =>
    act(`the controller sends ${responderId}`, (model, world) => {
      const assignmentId = world.nextId();
      return {
        event: {
          type: "dispatchedByHand",
          assignmentId,
          responderId,
          etaSeconds: null,
          instruction: null,
          additional,
          unfit: isUnfit ? ["offDuty"] : [],
          overrideReason: overrides ? "nobody else" : null,
          by: controller,
        },
        isLegal: isGoing(model) && !model.sent.has(responderId) && (!isUnfit || overrides),
        note: () => {
          if (additional) dropOffer(model, responderId);
          else dropOffers(model);
          model.sent.set(responderId, { assignmentId, isThere: false });
        },
      };
    }),
  );

const standsDown = fc.option(responders).map((responderId) =>
  act(`the controller stands ${responderId ?? "everybody"} down`, (model) => ({
    event: { type: "stoodDown", responderId, reason: "not needed", by: controller },
    isLegal: responderId === null ? model.sent.size > 0 : model.sent.has(responderId),
    note: () => {
      for (const each of responderId === null ? [...model.sent.keys()] : [responderId]) dropWork(model, each);
    },
  })),
);

const takes = fc.tuple(operators, fc.boolean()).map(([owner, force]) =>
  act(`${owner.name} takes it`, (model) => ({
    event: { type: "owned", owner, force },
    isLegal:
      model.ended !== "closed" && model.ownerId !== owner.operatorId && (force || model.ownerId === null),
    note: () => {
      model.ownerId = owner.operatorId;
    },
  })),
);

const leaves = fc.tuple(operators, fc.boolean()).map(([operator, force]) =>
  act(`${operator.name} leaves it`, (model) => ({
    event: { type: "released", operator, force },
    isLegal:
      model.ended !== "closed" && model.ownerId !== null && (force || model.ownerId === operator.operatorId),
    note: () => {
      model.ownerId = null;
    },
  })),
);

const ends = fc.constantFrom(
  act("the controller clears duress", (model) => ({
    event: { type: "duressCleared", reason: "called back", by: controller },
    isLegal: model.ended === null && model.duress,
    note: () => {
      model.duress = false;
    },
  })),
  act("the controller closes", (model) => ({
    event: { type: "closed", outcome: "resolvedRemotely", notes: null, by: controller },
    isLegal:
      model.ended === "cancelled" || (model.ended === null && (model.isCompleted || model.sent.size === 0)),
    note: () => end(model, "closed"),
  })),
);

/** What the two operators of the control room do. */
export const controllerActs = fc.oneof(controllerCompletes, sendsByHand, standsDown, takes, leaves, ends);
