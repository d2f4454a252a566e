import { UNVERIFIED } from "../reference-data.ts";
import type { Actor } from "./actor.ts";
import { dispatchIfFound, positionBody } from "./raise.ts";
import { change, endedReason, type Rule, refuse } from "./rule.ts";
import type { Owner } from "./state.ts";

/** The person walked, or was found. Kept under duress and after a cancel too; only a closed callout stays where it is. */
export const moved: Rule<"moved"> = (state, { position, by }) => {
  if (state.phase === "closed") return refuse("alreadyClosed");
  return change({ ...state, position }, [{ kind: "moved", actor: by, body: positionBody(position) }], {
    notices: ["CALLOUT_EVENTS_CHANGED"],
    rearm: dispatchIfFound(state, position),
  });
};

/** Words are welcome at any time. After the close nobody is told: CALLOUT_CLOSED stays the last word. */
export const commented: Rule<"commented"> = (state, { message, source, by }) =>
  change(state, [{ kind: "commented", actor: by, body: { message, source } }], {
    notices: state.phase === "closed" ? [] : ["CALLOUT_EVENTS_CHANGED"],
  });

/** `force` is a supervisor's: takes it from whoever has it. */
export const owned: Rule<"owned"> = (state, { owner, force }) => {
  if (state.phase === "closed") return refuse("alreadyClosed");
  const before = state.owner;
  if (before?.operatorId === owner.operatorId) return refuse("alreadyOwner");
  if (before && !force) return refuse("ownedByAnother");
  const body = { operatorId: owner.operatorId, name: owner.name, takenFrom: before?.name ?? null };
  return change({ ...state, owner }, [{ kind: "owned", actor: asActor(owner), body }], {
    notices: ["CALLOUT_OWNED"],
  });
};

export const released: Rule<"released"> = (state, { operator, force }) => {
  if (state.phase === "closed") return refuse("alreadyClosed");
  const { owner } = state;
  if (!owner) return refuse("notOwned");
  if (owner.operatorId !== operator.operatorId && !force) return refuse("ownedByAnother");
  const body = { operatorId: owner.operatorId, name: owner.name };
  return change({ ...state, owner: null }, [{ kind: "released", actor: asActor(operator), body }], {
    notices: ["CALLOUT_EVENTS_CHANGED"],
  });
};

/** A controller knows now what it is. That it is not known is nothing to verify. */
export const verified: Rule<"verified"> = (state, { classificationId, by }) => {
  if (state.phase === "closed") return refuse("alreadyClosed");
  if (classificationId === UNVERIFIED) return refuse("notAVerdict");
  const body = { classificationId, before: state.classificationId };
  return change({ ...state, classificationId, verified: true }, [{ kind: "verified", actor: by, body }], {
    notices: ["CALLOUT_EVENTS_CHANGED"],
  });
};

/** The person is safe or was never forced: the callout is what it is to everybody again. */
export const duressCleared: Rule<"duressCleared"> = (state, { reason, by }) => {
  const ended = endedReason(state);
  if (ended) return refuse(ended);
  if (!state.duress) return refuse("notUnderDuress");
  return change({ ...state, duress: false }, [{ kind: "duressCleared", actor: by, body: { reason } }], {
    notices: ["CALLOUT_EVENTS_CHANGED"],
  });
};

function asActor({ operatorId, name }: Owner): Actor {
  return { kind: "controller", id: operatorId, name };
}
